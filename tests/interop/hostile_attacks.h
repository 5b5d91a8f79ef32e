#pragma once

#include "tests/interop/serve_target.h"

#include <QMetaType>

#include <functional>
#include <optional>

namespace sealport::test {

/// What an attack saw of the server.
struct Aftermath {
    QString peer{};             ///< its end of the connection
    std::optional<int> alert{}; ///< what reached it
    QByteArray answer{};        ///< octets that are no TLS
    bool went = false;          ///< every step of it worked as planned
};

using Attack = std::function<Aftermath(ServeTarget &)>;

/// Octets, then wait for the server to close.
[[nodiscard]] Attack sends(const QByteArray &octets);
/// Octets, then FIN, RST or nothing more.
enum class Departure { Fin, Rst, Stays };
[[nodiscard]] Attack sendsAndLeaves(const QByteArray &octets, Departure departure);
/// A TLS client with this offer, whose handshake must fail.
[[nodiscard]] Attack offers(const TlsOffer &offer);
/// A secured session that ends like this.
[[nodiscard]] Attack securesAndLeaves(const TlsOffer &offer, Departure departure);
[[nodiscard]] Attack securesAndCloses(const TlsOffer &offer);
/// A secured session, one record of it damaged in its last octet.
[[nodiscard]] Attack damagesARecord(const TlsOffer &offer);
/// Reads the server's flight, certificate included, and says FIN.
[[nodiscard]] Attack closesAfterTheCertificate(const TlsOffer &offer);
/// Answers the server's flight with these octets, then leaves or waits for the server to close.
[[nodiscard]] Attack answersTheFlight(const TlsOffer &offer, const QByteArray &octets,
                                      Departure departure = Departure::Stays);
/// Part of a real ClientHello.
[[nodiscard]] Attack beginsAHello(qsizetype size, Departure departure);
/// Comes while another connection uses up the server's only place.
[[nodiscard]] Attack comesWhenFull();
/// Sends for ever and reads nothing.
[[nodiscard]] Attack neverReads();
/// Comes when the server's process may open no more files.
[[nodiscard]] Attack comesWithoutDescriptors();

/// A ClientHello in one record, as OpenSSL writes it.
[[nodiscard]] QByteArray realHello();
/// TLS 1.3 only, with one group that no server of ours has, and a share for it.
[[nodiscard]] QByteArray helloWithAnUnknownGroup(const QByteArray &more = {});
/// The same; its last octets are those of an alert record, unknown_ca.
[[nodiscard]] QByteArray helloThatEndsLikeAnAlert();
/// TLS 1.2 with a suite for EC certificates, signed with RSA alone; OpenSSL would not offer that.
[[nodiscard]] QByteArray helloWithSignaturesOfAnotherKey();

} // namespace sealport::test

Q_DECLARE_METATYPE(sealport::test::Attack)
