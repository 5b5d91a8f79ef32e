#include "model/certificates/revocation.h"

#include "model/base/file_safety.h"
#include "model/certificates/chain_validation.h"
#include "model/certificates/revoked_certificates.h"
#include "model/certificates/x509_values.h"
#include "tests/certificates/issued_certificates.h"

#include <openssl/x509v3.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

RevocationOrder orderFor(std::vector<Certificate> certificates, RevocationReason reason = {}, int day = 1)
{
    return {.certificates = std::move(certificates),
            .reason = reason,
            .thisUpdate = issuedFrom.addDays(day),
            .nextUpdate = issuedFrom.addDays(day + 30)};
}

RevocationList listFor(const RevocationOrder &order, const Identity &issuer,
                       const std::vector<RevocationList> &before = {})
{
    return made(makeRevocationList(order, issuer, before));
}

RevocationOrder liftingOrder(std::vector<Certificate> certificates, int day)
{
    RevocationOrder order = orderFor(std::move(certificates), {}, day);
    order.liftsHold = true;
    return order;
}

Certificate leafOf(const Identity &issuer, CertificateTemplate kind = CertificateTemplate::Server)
{
    return made(issue(namedSpec(text("leaf.test"), kind), madeKey(), &issuer));
}

using Items = std::vector<ListedItem>;

/// The certificates in one source, the lists in another, and a third that nobody has read.
std::vector<CertificateCatalogue::Entry> entriesOf(const Items &items)
{
    SourceListing certificates;
    SourceListing lists;
    for (const ListedItem &item : items)
        (item.certificate() ? certificates : lists).items.push_back(item);
    using Entry = CertificateCatalogue::Entry;
    return {Entry{.id = SourceId(1),
                  .source = nullptr,
                  .listing = std::make_shared<const SourceListing>(std::move(certificates))},
            Entry{.id = SourceId(2), .source = nullptr},
            Entry{.id = SourceId(3),
                  .source = nullptr,
                  .listing = std::make_shared<const SourceListing>(std::move(lists))}};
}

/// The same list, which says one thing more.
RevocationList specialList(const RevocationList &list, int extension, const char *value, const Identity &issuer)
{
    const RevocationListPtr special(X509_CRL_dup(list.handle()));
    const Handle<X509_EXTENSION, X509_EXTENSION_free> added(X509V3_EXT_nconf_nid(nullptr, nullptr, extension, value));
    if (!added || X509_CRL_add_ext(special.get(), added.get(), -1) != 1
        || X509_CRL_sign(special.get(), issuer.key.handle(), EVP_sha256()) <= 0)
        qFatal("no such extension");
    const QByteArray der = encodedDer(i2d_X509_CRL, special.get());
    return made(
        RevocationList::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size())))));
}

/// The same list, which says of its first entry what lists of changes say of a hold that has ended.
RevocationList withRemovedEntry(const RevocationList &list, const Identity &issuer)
{
    const RevocationListPtr changed(X509_CRL_dup(list.handle()));
    const Handle<ASN1_ENUMERATED, ASN1_ENUMERATED_free> reason(ASN1_ENUMERATED_new());
    X509_REVOKED *entry = sk_X509_REVOKED_value(X509_CRL_get_REVOKED(changed.get()), 0);
    if (ASN1_ENUMERATED_set(reason.get(), CRL_REASON_REMOVE_FROM_CRL) != 1
        || X509_REVOKED_add1_ext_i2d(entry, NID_crl_reason, reason.get(), 0, X509V3_ADD_REPLACE) != 1
        || X509_CRL_sign(changed.get(), issuer.key.handle(), EVP_sha256()) <= 0)
        qFatal("no such reason");
    const QByteArray der = encodedDer(i2d_X509_CRL, changed.get());
    return made(
        RevocationList::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size())))));
}

/// The same list, which says less.
RevocationList withoutKeyIdentifier(const RevocationList &list, const Identity &issuer)
{
    const RevocationListPtr shorter(X509_CRL_dup(list.handle()));
    const int at = X509_CRL_get_ext_by_NID(shorter.get(), NID_authority_key_identifier, -1);
    const Handle<X509_EXTENSION, X509_EXTENSION_free> removed(X509_CRL_delete_ext(shorter.get(), at));
    if (!removed || X509_CRL_sign(shorter.get(), issuer.key.handle(), EVP_sha256()) <= 0)
        qFatal("no such extension");
    const QByteArray der = encodedDer(i2d_X509_CRL, shorter.get());
    return made(
        RevocationList::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size())))));
}

/// The authority's certificate as another program would number its key.
Certificate withOtherKeyIdentifier(const Identity &authority)
{
    X509Ptr other(X509_dup(authority.certificate.handle()));
    const Handle<X509_EXTENSION, X509_EXTENSION_free> removed(
        X509_delete_ext(other.get(), X509_get_ext_by_NID(other.get(), NID_subject_key_identifier, -1)));
    const Handle<X509_EXTENSION, X509_EXTENSION_free> added(
        X509V3_EXT_nconf_nid(nullptr, nullptr, NID_subject_key_identifier, "01:02:03"));
    if (!removed || !added || X509_add_ext(other.get(), added.get(), -1) != 1
        || X509_sign(other.get(), authority.key.handle(), EVP_sha256()) <= 0)
        qFatal("no other identifier");
    const QByteArray der = encodedDer(i2d_X509, other.get());
    return made(Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size())))));
}

} // namespace

/// A list that an authority has made somewhere else.
using OtherList = std::function<RevocationList(const Identity &issuer)>;
/// What is there of an authority and of a certificate that it has issued.
using RevocationScene = std::function<Items(const Identity &issuer, const Certificate &leaf)>;

class TestRevocation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void revokesWithEveryReason_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : revocationReasonNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void revokesWithEveryReason()
    {
        QFETCH(QString, name);
        const auto reason = revocationReasonNamed(name.toUpper());
        QVERIFY(reason);
        const Identity issuer = madeAuthority();
        const Certificate leaf = leafOf(issuer);
        const auto list = makeRevocationList(orderFor({leaf}, *reason), issuer);
        QVERIFY(list);
        QCOMPARE(list->number(), text("1"));
        QCOMPARE(list->issuer(), issuer.certificate.subject());
        QCOMPARE(list->thisUpdate(), issuedFrom.addDays(1));
        QCOMPARE(list->nextUpdate(), issuedFrom.addDays(31));
        QCOMPARE(list->count(), std::size_t{1});
        const RevokedCertificate entry = list->entries(0, 1).front();
        QCOMPARE(entry.serial, leaf.serial());
        QCOMPARE(entry.date, issuedFrom.addDays(1));
        QCOMPARE(entry.reason, name == u"unspecified" ? QString() : name);
    }

    void theNextListKeepsWhatTheLastOneSaid()
    {
        const Identity issuer = madeAuthority();
        const Certificate first = leafOf(issuer);
        const Certificate second = leafOf(issuer);
        const auto before = makeRevocationList(orderFor({first}, RevocationReason::KeyCompromise), issuer);
        const auto list =
            makeRevocationList(orderFor({second, second}, RevocationReason::Superseded, 5), issuer, {*before});
        QVERIFY(list);
        QCOMPARE(list->number(), text("2"));
        QCOMPARE(list->count(), std::size_t{2});
        for (const RevokedCertificate &entry : list->entries(0, 2)) {
            const bool isFirst = entry.serial == first.serial();
            QCOMPARE(entry.reason, isFirst ? text("keyCompromise") : text("superseded"));
            QCOMPARE(entry.date, issuedFrom.addDays(isFirst ? 1 : 5));
        }
        const auto renewed = makeRevocationList(orderFor({}, {}, 6), issuer, {*list});
        QVERIFY(renewed);
        QCOMPARE(renewed->count(), std::size_t{2});
        QCOMPARE(renewed->number(), text("3"));
    }

    void otherListsOfTheAuthorityAreNotForgotten()
    {
        const Identity issuer = madeAuthority();
        const Certificate revoked = leafOf(issuer);
        const Certificate held = leafOf(issuer);
        const RevocationList first = listFor(orderFor({revoked}, RevocationReason::KeyCompromise), issuer);
        const RevocationList second = listFor(orderFor({held}, RevocationReason::CertificateHold, 2), issuer, {first});
        const RevocationList elsewhere = listFor(orderFor({}, {}, 3), issuer);
        const RevocationList next = listFor(orderFor({}, {}, 4), issuer, {elsewhere, second});
        QVERIFY(isRevokedIn(next, revoked));
        QVERIFY(!isRevokedIn(next, held)); // lifted, for all that the older one knows
        QCOMPARE(next.number(), text("3"));
        const RevocationList final = listFor(orderFor({held}, RevocationReason::Superseded), issuer);
        const RevocationList merged = listFor(orderFor({}, {}, 4), issuer, {second, final});
        QCOMPARE(merged.count(), std::size_t{2});
        for (const RevokedCertificate &entry : merged.entries(0, 2))
            QCOMPARE(entry.reason, entry.serial == held.serial() ? text("superseded") : text("keyCompromise"));
    }

    void whatIsRevokedCanGetAnotherReason_data()
    {
        using enum RevocationReason;
        QTest::addColumn<RevocationReason>("before");
        QTest::addColumn<RevocationReason>("reason");
        QTest::addColumn<QString>("now"); // as the list says
        QTest::newRow("a hold becomes final") << CertificateHold << KeyCompromise << text("keyCompromise");
        QTest::newRow("a hold becomes final without a reason") << CertificateHold << Unspecified << QString();
        QTest::newRow("a hold stays one") << CertificateHold << CertificateHold << text("certificateHold");
        QTest::newRow("a key turns out to be known") << Superseded << KeyCompromise << text("keyCompromise");
        QTest::newRow("no reason gets one") << Unspecified << KeyCompromise << text("keyCompromise");
        QTest::newRow("no new reason leaves the old one") << Superseded << Unspecified << text("superseded");
    }
    void whatIsRevokedCanGetAnotherReason()
    {
        QFETCH(const RevocationReason, before);
        QFETCH(const RevocationReason, reason);
        const Identity issuer = madeAuthority();
        const Certificate leaf = leafOf(issuer);
        const Certificate other = leafOf(issuer);
        const auto first = makeRevocationList(orderFor({leaf}, before), issuer);
        const auto next = makeRevocationList(orderFor({leaf, other}, reason, 2), issuer, {*first});
        QVERIFY(next);
        QCOMPARE(next->count(), std::size_t{2});
        for (const RevokedCertificate &entry : next->entries(0, 2)) {
            const bool isFirst = entry.serial == leaf.serial();
            QCOMPARE(entry.date, issuedFrom.addDays(isFirst ? 1 : 2)); // since then it was not to be trusted
            if (isFirst)
                QTEST(entry.reason, "now");
        }
    }

    void whatIsRevokedForGoodCannotBeOnHold()
    {
        const Identity issuer = madeAuthority();
        const Certificate leaf = leafOf(issuer);
        const auto first = makeRevocationList(orderFor({leaf}), issuer);
        const auto next = makeRevocationList(orderFor({leaf}, RevocationReason::CertificateHold, 2), issuer, {*first});
        QCOMPARE(next.error().code, ErrorCode::AlreadyRevoked);
    }

    void aHoldCanBeLifted_data()
    {
        using enum RevocationReason;
        QTest::addColumn<std::optional<RevocationReason>>("before"); // none: it is not revoked
        QTest::addColumn<std::optional<ErrorCode>>("refused");
        const auto row = [](const char *name, std::optional<RevocationReason> before,
                            std::optional<ErrorCode> refused) { QTest::newRow(name) << before << refused; };
        row("that it is on", CertificateHold, {});
        row("but not what is for good", KeyCompromise, ErrorCode::AlreadyRevoked);
        row("but not what is for good without a reason", Unspecified, ErrorCode::AlreadyRevoked);
        row("but not where there is none", {}, ErrorCode::NotOnHold);
    }
    void aHoldCanBeLifted()
    {
        QFETCH(const std::optional<RevocationReason>, before);
        QFETCH(const std::optional<ErrorCode>, refused);
        const Identity issuer = madeAuthority();
        const Certificate leaf = leafOf(issuer);
        const Certificate other = leafOf(issuer);
        auto list = makeRevocationList(orderFor({other}, RevocationReason::CertificateHold), issuer);
        if (before)
            list = makeRevocationList(orderFor({leaf}, *before, 2), issuer, {*list});
        QVERIFY(list);
        const auto lifted = makeRevocationList(liftingOrder({leaf, leaf}, 3), issuer, {*list});
        QCOMPARE(lifted ? std::nullopt : std::optional(lifted.error().code), refused);
        if (!lifted)
            return;
        QVERIFY(!isRevokedIn(*lifted, leaf));
        QVERIFY(isRevokedIn(*lifted, other)); // nobody has spoken of that one
        QCOMPARE(lifted->number(), text("3"));
        QVERIFY(!makeRevocationList(liftingOrder({leaf}, 4), issuer, {*lifted}));
        QCOMPARE(makeRevocationList(orderFor({leaf}, {}, 5), issuer, {*lifted})->entries(0, 2).size(), std::size_t{2});
    }

    void whatIsRevokedIsNotTrusted()
    {
        const Identity issuer = madeAuthority();
        const Certificate revoked = leafOf(issuer);
        const Certificate other = leafOf(issuer);
        const auto list = makeRevocationList(orderFor({revoked}), issuer);
        QVERIFY(isRevokedIn(*list, revoked) && !isRevokedIn(*list, other));
        const ChainQuestion question{
            .trusted = {issuer.certificate}, .revocationLists = {list->der()}, .time = issuedFrom.addDays(2)};
        QVERIFY(validateChain(other, question).isValid());
        const ChainValidation validation = validateChain(revoked, question);
        QCOMPARE(validation.path.back().findings, (std::vector<ChainFinding>{{.fault = ChainFault::Revoked}}));
    }

    void saysWhichCertificatesAreRevoked_data()
    {
        using enum RevocationReason;
        using enum RevocationState;
        QTest::addColumn<RevocationScene>("scene");
        QTest::addColumn<RevocationState>("state");
        const auto row = [](const char *name, RevocationState state, const RevocationScene &scene) {
            QTest::newRow(name) << scene << state;
        };
        row("one that the list of its issuer names", Revoked, [](const Identity &issuer, const Certificate &leaf) {
            return Items{{issuer.certificate}, {leaf}, {listFor(orderFor({leaf}), issuer)}};
        });
        row("one that is in two sources", Revoked, [](const Identity &issuer, const Certificate &leaf) {
            return Items{{leaf}, {leaf}, {issuer.certificate}, {listFor(orderFor({leaf}), issuer)}};
        });
        row("one on hold", OnHold, [](const Identity &issuer, const Certificate &leaf) {
            const auto list = listFor(orderFor({leaf}, CertificateHold), issuer);
            return Items{{issuer.certificate}, {leaf}, {list}};
        });
        row("one that is no longer on hold", NotRevoked, [](const Identity &issuer, const Certificate &leaf) {
            const auto before = listFor(orderFor({leaf}, CertificateHold), issuer);
            return Items{{issuer.certificate}, {leaf}, {listFor(orderFor({}, {}, 5), issuer)}, {before}};
        });
        row("one that only the newer list names", Revoked, [](const Identity &issuer, const Certificate &leaf) {
            const auto before = listFor(orderFor({}), issuer);
            return Items{{issuer.certificate}, {leaf}, {listFor(orderFor({leaf}, {}, 5), issuer)}, {before}};
        });
        row("one that is removed from the list", NotRevoked, [](const Identity &issuer, const Certificate &leaf) {
            const RevocationList list = listFor(orderFor({leaf}, CertificateHold), issuer);
            return Items{{issuer.certificate}, {leaf}, {withRemovedEntry(list, issuer)}};
        });
        row("one whose issuer is written in other letters", Revoked,
            [](const Identity &issuer, const Certificate &leaf) {
                const CertificateSpec spec = namedSpec(text("TEST  root"), CertificateTemplate::RootCa);
                const Identity other{.certificate = made(issue(spec, issuer.key)), .key = issuer.key, .chain = {}};
                return Items{{other.certificate}, {leaf}, {listFor(orderFor({leaf}), other)}};
            });
        row("one that a namesake of its issuer names", NotRevoked, [](const Identity &issuer, const Certificate &leaf) {
            const Identity namesake = madeAuthority();
            const auto list = listFor(orderFor({leaf}), issuer);
            const auto forged = listFor(orderFor({}, {}, 5), namesake, {list});
            return Items{{issuer.certificate}, {namesake.certificate}, {leaf}, {forged}};
        });
        row("one whose issuer is not there", NotRevoked, [](const Identity &issuer, const Certificate &leaf) {
            return Items{{leaf}, {listFor(orderFor({leaf}), issuer)}};
        });
        row("one in a list for other issuers", NotRevoked, [](const Identity &issuer, const Certificate &leaf) {
            const auto list = listFor(orderFor({leaf}), issuer);
            return Items{{issuer.certificate},
                         {leaf},
                         {specialList(list, NID_issuing_distribution_point, "critical,indirectCRL:TRUE", issuer)}};
        });
        row("one in a list of changes alone", NotRevoked, [](const Identity &issuer, const Certificate &leaf) {
            const auto list = listFor(orderFor({leaf}), issuer);
            return Items{
                {issuer.certificate}, {leaf}, {specialList(list, NID_delta_crl, "critical,DER:020101", issuer)}};
        });
        row("one beside a newer list for authorities alone", Revoked,
            [](const Identity &issuer, const Certificate &leaf) {
                const auto list = listFor(orderFor({leaf}), issuer);
                const auto newer = listFor(orderFor({}, {}, 5), issuer);
                return Items{{issuer.certificate},
                             {leaf},
                             {list},
                             {specialList(newer, NID_issuing_distribution_point, "critical,onlyCA:TRUE", issuer)}};
            });
        row("one on hold in an older list for servers alone", NotRevoked,
            [](const Identity &issuer, const Certificate &leaf) {
                const RevocationList older = listFor(orderFor({leaf}, CertificateHold), issuer);
                return Items{{issuer.certificate},
                             {leaf},
                             {specialList(older, NID_issuing_distribution_point, "critical,onlyuser:TRUE", issuer)},
                             {listFor(orderFor({}, {}, 5), issuer)}};
            });
        row("one on hold in a newer list for servers alone", OnHold,
            [](const Identity &issuer, const Certificate &leaf) {
                const RevocationList newer = listFor(orderFor({leaf}, CertificateHold, 5), issuer);
                return Items{{issuer.certificate},
                             {leaf},
                             {specialList(newer, NID_issuing_distribution_point, "critical,onlyuser:TRUE", issuer)},
                             {listFor(orderFor({}), issuer)}};
            });
        row("one that an empty list of the future does not hide", Revoked,
            [](const Identity &issuer, const Certificate &leaf) {
                return Items{{issuer.certificate},
                             {leaf},
                             {listFor(orderFor({leaf}), issuer)},
                             {listFor(orderFor({}, {}, 60), issuer)}};
            });
        row("one that only a list of the future names", Revoked, [](const Identity &issuer, const Certificate &leaf) {
            return Items{{issuer.certificate}, {leaf}, {listFor(orderFor({leaf}, {}, 60), issuer)}};
        });
        row("one that the later of two lists of a second names", Revoked,
            [](const Identity &issuer, const Certificate &leaf) {
                const RevocationList before = listFor(orderFor({}), issuer);
                return Items{{issuer.certificate}, {leaf}, {before}, {listFor(orderFor({leaf}), issuer, {before})}};
            });
        row("one in a list that does not say which key signed it", Revoked,
            [](const Identity &issuer, const Certificate &leaf) {
                return Items{
                    {issuer.certificate}, {leaf}, {withoutKeyIdentifier(listFor(orderFor({leaf}), issuer), issuer)}};
            });
        row("one whose issuer has another certificate with another identifier of its key", Revoked,
            [](const Identity &issuer, const Certificate &leaf) {
                return Items{{withOtherKeyIdentifier(issuer)},
                             {issuer.certificate},
                             {leaf},
                             {listFor(orderFor({leaf}), issuer)}};
            });
        row("one whose issuer has a namesake with a newer list", Revoked,
            [](const Identity &issuer, const Certificate &leaf) {
                const Identity namesake = madeAuthority();
                return Items{{namesake.certificate},
                             {issuer.certificate},
                             {leaf},
                             {listFor(orderFor({leaf}), issuer)},
                             {listFor(orderFor({}, {}, 5), namesake)}};
            });
    }
    void saysWhichCertificatesAreRevoked()
    {
        QFETCH(const RevocationScene, scene);
        QFETCH(const RevocationState, state);
        const Identity issuer = madeAuthority();
        const Certificate leaf = leafOf(issuer);
        Items items = scene(issuer, leaf);
        items.push_back({.object = leafOf(issuer)}); // never in any list
        const std::vector<CertificateCatalogue::Entry> entries = entriesOf(items);
        QVERIFY(holdAnyRevocationList(entries));
        const RevocationStates states = revokedAmong(entries, issuedFrom.addDays(50), {});
        QCOMPARE(states.value(leaf.sha256()), state);
        QCOMPARE(states.size(), state == RevocationState::NotRevoked ? 0 : 1);
    }

    void withoutListsNothingIsRevoked()
    {
        const Identity issuer = madeAuthority();
        const std::vector<CertificateCatalogue::Entry> entries = entriesOf({{issuer.certificate}, {leafOf(issuer)}});
        QVERIFY(!holdAnyRevocationList(entries));
        QVERIFY(revokedAmong(entries, issuedFrom.addDays(50), {}).isEmpty());
    }

    void aStopEndsTheSearch()
    {
        const Identity issuer = madeAuthority();
        const Certificate leaf = leafOf(issuer);
        std::stop_source stopped;
        stopped.request_stop();
        const std::vector<CertificateCatalogue::Entry> entries =
            entriesOf({{issuer.certificate}, {leaf}, {listFor(orderFor({leaf}), issuer)}});
        QVERIFY(revokedAmong(entries, issuedFrom.addDays(2), stopped.get_token()).isEmpty());
    }

    void onlyTheIssuerRevokes()
    {
        const Identity issuer = madeAuthority();
        const Identity namesake = madeAuthority();
        const Certificate leaf = leafOf(issuer);
        QCOMPARE(makeRevocationList(orderFor({leaf}), namesake).error().code, ErrorCode::NotIssuedBy);
        const Certificate &root = issuer.certificate;
        QCOMPARE(makeRevocationList(orderFor({root}), issuer).error().code, ErrorCode::RevokesItself);
        const PrivateKey key = madeKey();
        const Certificate alone = *issue(namedSpec(text("a.test"), CertificateTemplate::Server), key);
        const Identity noAuthority{.certificate = alone, .key = key, .chain = {}};
        QCOMPARE(makeRevocationList(orderFor({alone}), noAuthority).error().code, ErrorCode::NotAnAuthority);
        const Identity keyless{.certificate = issuer.certificate, .key = key, .chain = {}};
        QCOMPARE(makeRevocationList(orderFor({leaf}), keyless).error().code, ErrorCode::KeyMismatch);
        RevocationOrder reversed = orderFor({leaf});
        reversed.nextUpdate = reversed.thisUpdate;
        QCOMPARE(makeRevocationList(reversed, issuer).error().code, ErrorCode::InvalidValidity);
    }

    void theStoreKeepsOneListAnAuthority()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const Identity issuer = madeAuthority();
        const Identity namesake = madeAuthority();
        const QString file = store.add(issuer.certificate, issuer.key)->file;
        const QString otherFile = store.add(namesake.certificate, namesake.key)->file;
        const auto first = revoke(orderFor({leafOf(issuer)}), issuer, file, store);
        QVERIFY(first);
        QCOMPARE(first->file, folder.filePath(text("Test-root.crl")));
        const auto other = revoke(orderFor({leafOf(namesake)}), namesake, otherFile, store);
        QCOMPARE(other->file, folder.filePath(text("Test-root-2.crl")));
        const auto second = revoke(orderFor({leafOf(issuer)}, {}, 2), issuer, otherFile, store);
        QCOMPARE(second->file, first->file); // wherever the certificate stands
        QCOMPARE(second->list.count(), std::size_t{2});
        QCOMPARE(revocationListsIn(store).lists.size(), std::size_t{2});
        QVERIFY(store.list().problems.empty());
    }

    void importedListsStandBesideEachOther()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const Identity issuer = madeAuthority();
        const Certificate leaf = leafOf(issuer);
        const QString file = store.add(issuer.certificate, issuer.key)->file;
        const auto own = revoke(orderFor({}), issuer, file, store);
        QVERIFY(own);
        const auto later = makeRevocationList(orderFor({leaf}, {}, 2), issuer, {own->list});
        QVERIFY(later);
        const RevocationListImport imported = importRevocationLists({*later, own->list}, store);
        QVERIFY(imported.problems.empty());
        QCOMPARE(imported.lists.size(), std::size_t{2});
        QVERIFY(!imported.lists.front().wasThere);
        QCOMPARE(imported.lists.front().stored.file, folder.filePath(text("Test-root-2.crl")));
        QVERIFY(imported.lists.back().wasThere);
        QCOMPARE(imported.lists.back().stored.file, own->file);
        const RevocationListImport again = importRevocationLists({*later}, store);
        QCOMPARE(again.lists.size(), std::size_t{1});
        QVERIFY(again.lists.front().wasThere);
        QCOMPARE(again.lists.front().stored.file, imported.lists.front().stored.file);
        QCOMPARE(revocationListsIn(store).lists.size(), std::size_t{2});
        const auto next = revoke(orderFor({}, {}, 3), issuer, file, store);
        QVERIFY(next && isRevokedIn(next->list, leaf)); // what somebody else revoked with this key stays so
    }

    void importedListsTakeWhatNamesAreFree()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const Identity issuer = madeAuthority();
        for (const char *taken : {"Test-root.crl", "Test-root-3.crl"})
            QVERIFY(QDir(folder.path()).mkdir(text(taken)));
        const std::vector<RevocationList> lists{listFor(orderFor({}), issuer), listFor(orderFor({}, {}, 2), issuer),
                                                listFor(orderFor({}, {}, 3), issuer)};
        const RevocationListImport imported = importRevocationLists(lists, store);
        QVERIFY(imported.problems.empty());
        QStringList files;
        for (const ImportedRevocationList &one : imported.lists)
            files.append(QFileInfo(one.stored.file).fileName());
        QCOMPARE(files, (QStringList{text("Test-root-2.crl"), text("Test-root-4.crl"), text("Test-root-5.crl")}));
    }

    void noOtherListInTheStoreMakesRevocationsForgotten_data()
    {
        QTest::addColumn<OtherList>("other");
        const auto row = [](const char *name, const OtherList &other) { QTest::newRow(name) << other; };
        row("a newer one of changes alone", [](const Identity &issuer) {
            return specialList(listFor(orderFor({}, {}, 2), issuer), NID_delta_crl, "critical,DER:020101", issuer);
        });
        row("a newer one for authorities alone", [](const Identity &issuer) {
            return specialList(listFor(orderFor({}, {}, 2), issuer), NID_issuing_distribution_point,
                               "critical,onlyCA:TRUE", issuer);
        });
        row("a newer one of another place",
            [](const Identity &issuer) { return listFor(orderFor({}, {}, 2), issuer); });
        row("one of the future", [](const Identity &issuer) { return listFor(orderFor({}, {}, 60), issuer); });
        row("an older copy", [](const Identity &issuer) { return listFor(orderFor({}, {}, 0), issuer); });
    }
    void noOtherListInTheStoreMakesRevocationsForgotten()
    {
        QFETCH(const OtherList, other);
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const Identity issuer = madeAuthority();
        const QString file = made(store.add(issuer.certificate, issuer.key)).file;
        const Certificate first = leafOf(issuer);
        const Certificate second = leafOf(issuer);
        QVERIFY(revoke(orderFor({first}, RevocationReason::KeyCompromise), issuer, file, store));
        QVERIFY(importRevocationLists({other(issuer)}, store).problems.empty());
        const auto next = revoke(orderFor({second}, {}, 3), issuer, file, store);
        QVERIFY(next);
        QVERIFY(isRevokedIn(next->list, first));
        QVERIFY(isRevokedIn(next->list, second));
        QCOMPARE(next->list.number(), text("2"));
        ChainQuestion question{.trusted = {issuer.certificate}, .time = issuedFrom.addDays(4)};
        for (const FoundRevocationList &stored : revocationListsIn(store).lists)
            question.revocationLists.push_back(stored.list.der());
        const std::vector<ChainFinding> findings = validateChain(first, question).path.back().findings;
        QVERIFY(!findings.empty());
        QCOMPARE(findings.front().fault, ChainFault::Revoked);
    }

    void aDamagedListStopsRevocationsWhereAnOlderOneIsWholeToo()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const Identity issuer = madeAuthority();
        const QString file = made(store.add(issuer.certificate, issuer.key)).file;
        const auto list = revoke(orderFor({leafOf(issuer)}), issuer, file, store);
        QVERIFY(list);
        QVERIFY(importRevocationLists({listFor(orderFor({}, {}, 0), issuer)}, store).problems.empty());
        QVERIFY(writeFileAtomically(list->file, list->list.pem().left(200), FileAccess::Readable));
        const auto next = revoke(orderFor({}, {}, 2), issuer, file, store);
        QVERIFY(!next);
        QCOMPARE(next.error().subject, list->file);
    }

    void aDamagedListIsNotForgotten()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const Identity issuer = madeAuthority();
        const QString file = store.add(issuer.certificate, issuer.key)->file;
        const auto list = revoke(orderFor({leafOf(issuer)}), issuer, file, store);
        QVERIFY(list);
        const QByteArray damaged = list->list.pem().replace("MII", "MIA").replace("MIH", "MIA").replace("MIG", "MIA");
        QVERIFY(writeFileAtomically(list->file, damaged, FileAccess::Readable));
        QVERIFY(!revoke(orderFor({}, {}, 2), issuer, file, store));
        QFile kept(list->file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damaged);
        QVERIFY(!revoke(orderFor({}, {}, 2), issuer, folder.filePath(text("renewed.pem")), store)); // another name
    }

    void otherListsInTheSameFileStay()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const Identity issuer = madeAuthority();
        const Identity other = madeAuthority();
        const QString file = store.add(issuer.certificate, issuer.key)->file;
        const auto first = makeRevocationList(orderFor({leafOf(issuer)}), issuer);
        const auto others = makeRevocationList(orderFor({leafOf(other)}), other);
        QVERIFY(
            writeFileAtomically(folder.filePath(text("all.crl")), first->pem() + others->pem(), FileAccess::Readable));
        QStringList replaced;
        const auto note = [&replaced](const QString &overwritten) -> Result<void> {
            replaced.append(overwritten);
            return {};
        };
        const auto next = revoke(orderFor({leafOf(issuer)}, {}, 2), issuer, file, store, note);
        QCOMPARE(next->list.count(), std::size_t{2});
        QCOMPARE(next->file, folder.filePath(text("Test-root.crl")));
        QCOMPARE(revocationListsIn(store).lists.size(), std::size_t{3});
        QVERIFY(replaced.isEmpty());
        const auto third = revoke(orderFor({leafOf(issuer)}, {}, 3), issuer, file, store, note);
        QCOMPARE(third->list.count(), std::size_t{3}); // of the list in the file of its own
        QCOMPARE(replaced, QStringList{next->file});
    }

    // The lock keeps one waiting between the other's reading and writing.
    void revocationsAtTheSameTimeAreAllKept()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const Identity issuer = madeAuthority();
        const QString file = store.add(issuer.certificate, issuer.key)->file;
        constexpr int count = 8;
        std::vector<Certificate> leaves;
        for (int i = 0; i < count; ++i)
            leaves.push_back(leafOf(issuer));
        {
            std::vector<std::jthread> threads;
            for (const Certificate &leaf : leaves)
                threads.emplace_back([&] { QVERIFY(revoke(orderFor({leaf}), issuer, file, store)); });
        }
        const std::vector<FoundRevocationList> lists = revocationListsIn(store).lists;
        QCOMPARE(lists.size(), std::size_t{1});
        QCOMPARE(lists.front().list.count(), std::size_t{count});
    }
};

QTEST_GUILESS_MAIN(TestRevocation)
#include "tst_revocation.moc"
