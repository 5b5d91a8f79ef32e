#pragma once

#include "app/profiles_options.h"
#include "app/profiles_output.h"
#include "model/sockets/data_folder.h"
#include "model/sockets/production_export.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace sealport {

/// A stored server as the configuration of another program.
struct HandedOver {
    ExportTarget target{};
    ProductionConfig config{};
    QByteArray text{}; ///< with what it cannot do in its comments
};

/// For the target of `options`. Files that are to be made belong beside the file that is written, or into the current
/// folder. Blocking. Nothing, and why on `output`, where there is no such configuration.
[[nodiscard]] std::optional<HandedOver> handOver(const ServerProfile &profile, const ProfilesOptions &options,
                                                 const DataFolder &folder, ProfilesOutput &output);
/// For programs: what is not in the configuration, and what has to be made.
void addTo(QJsonObject &object, const HandedOver &handedOver);
/// For people.
void show(const HandedOver &handedOver, ProfilesOutput &output);

} // namespace sealport
