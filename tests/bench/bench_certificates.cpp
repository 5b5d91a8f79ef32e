// A folder of 10,000 PEM certificates: how long until all of them are listed with all their columns, against one pass
// of `openssl storeutl` over the same files; what a listed certificate costs in memory; how long the window is busy
// meanwhile; and how long a keystroke in the search box takes with 10,000 and with 100,000 of them. Prints, never
// fails.

#include "model/certificates/certificate_catalogue.h"
#include "model/certificates/issuer.h"
#include "model/tables/certificate_model.h"
#include "ui/hint_table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

#include <malloc.h>

using namespace sealport;

namespace {

constexpr int files = 10'000;
constexpr int many = 100'000;
constexpr int rounds = 3;

Certificate make(int number, const PrivateKey &key, const Identity &issuer)
{
    const QDateTime start = QDateTime::currentDateTimeUtc();
    const QString name = QStringLiteral("host-%1.example.org").arg(number);
    const auto made = issue({.commonName = name,
                             .alternativeNames = {name, QStringLiteral("alias-%1.example.net").arg(number)},
                             .notBefore = start,
                             .notAfter = start.addDays(number % 700).addSecs(60)},
                            key, &issuer);
    if (!made)
        qFatal("issuing failed");
    return *made;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double storeutl(const QString &folder)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral("openssl"), {QStringLiteral("storeutl"), QStringLiteral("-noout"),
                                              QStringLiteral("-certs"), QStringLiteral("-r"), folder});
    process.waitForFinished(600'000);
    return milliseconds(timer);
}

struct Reading {
    double time = 0;
    double longestStall = 0;
    std::shared_ptr<const SourceListing> listing;
};

/// As the window does it, with an event loop that goes on meanwhile.
Reading readFolder(const QString &folder)
{
    JobRunner jobs;
    CertificateCatalogue catalogue(jobs, CertificateStore(folder + QStringLiteral("/none")));
    QEventLoop loop;
    QElapsedTimer timer;
    QElapsedTimer sinceBeat;
    double longest = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &loop, [&] {
        longest = std::max(longest, milliseconds(sinceBeat));
        sinceBeat.restart();
    });
    QObject::connect(&catalogue, &CertificateCatalogue::listed, &loop, &QEventLoop::quit);
    timer.start();
    sinceBeat.start();
    beat.start(0);
    const SourceId id = catalogue.open(openedPath(folder));
    loop.exec();
    return {.time = milliseconds(timer), .longestStall = longest, .listing = catalogue.entry(id)->listing};
}

void measureKeystrokes(const std::shared_ptr<const SourceListing> &listing)
{
    CertificateModel model;
    HintTable table;
    table.setModel(&model);
    table.setSortingEnabled(true);
    table.resize(800, 600);
    table.show();
    QElapsedTimer timer;
    timer.start();
    model.setSources({{SourceId(1), QStringLiteral("folder"), listing}});
    QApplication::processEvents();
    const double shown = milliseconds(timer);
    for (const int column : {-1, int(CertificateColumn::Name), int(CertificateColumn::Expires)}) {
        timer.restart();
        table.sortByColumn(column, Qt::AscendingOrder);
        QApplication::processEvents();
        const double sorted = milliseconds(timer);
        double longest = 0;
        const QString typed = QStringLiteral("host-77");
        for (qsizetype length = 1; length <= typed.size(); ++length) {
            timer.restart();
            model.setFilter(typed.left(length));
            QApplication::processEvents(); // painted
            longest = std::max(longest, milliseconds(timer));
        }
        timer.restart();
        model.setFilter({});
        QApplication::processEvents();
        std::printf("  %zu rows, %s: shown in %.1f ms, sorted in %.1f, longest keystroke %.1f, cleared in %.1f\n",
                    listing->items.size(),
                    column < 0                               ? "unsorted"
                    : column == int(CertificateColumn::Name) ? "by name"
                                                             : "by date",
                    shown, sorted, longest, milliseconds(timer));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto key = PrivateKey::generate({});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto root = issue(
        {.commonName = QStringLiteral("bench root"), .notBefore = now, .notAfter = now.addDays(9), .isCa = true}, *key);
    const Identity issuer{.certificate = *root, .key = *key, .chain = {}};

    QTemporaryDir folder;
    std::size_t octets = 0;
    for (int i = 0; i < files; ++i) {
        const Certificate certificate = make(i, *key, issuer);
        QFile file(folder.filePath(QStringLiteral("%1.pem").arg(i)));
        if (!file.open(QIODevice::WriteOnly) || file.write(certificate.pem()) <= 0)
            qFatal("writing failed");
        octets += std::size_t(certificate.der().size());
    }

    readFolder(folder.path()); // both read warm files
    double ours = 0;
    double theirs = 0;
    for (int round = 0; round < rounds; ++round) {
        theirs += storeutl(folder.path());
        const Reading reading = readFolder(folder.path());
        ours += reading.time;
        std::printf("  round %d: %zu items in %.0f ms, event loop held up %.1f ms at most\n", round + 1,
                    reading.listing->items.size(), reading.time, reading.longestStall);
    }
    std::printf("listing %d files: %.0f ms, openssl storeutl %.0f ms, ratio %.2f (target 1.5)\n", files, ours / rounds,
                theirs / rounds, ours / theirs);

    malloc_trim(0);
    const std::size_t before = mallinfo2().uordblks;
    auto listing = readFolder(folder.path()).listing;
    const std::size_t used = mallinfo2().uordblks - before;
    std::printf("memory: %.1f KB a certificate, %.1f beyond its DER (target 6)\n", double(used) / files / 1024,
                double(used - octets) / files / 1024);

    measureKeystrokes(listing);
    listing.reset();
    FoundCertificates found;
    for (int i = 0; i < many; ++i)
        found.certificates.push_back({make(i, *key, issuer), false, QStringLiteral("%1.pem").arg(i)});
    measureKeystrokes(std::make_shared<const SourceListing>(listingOf(std::move(found), *systemRoots())));
    return 0;
}
