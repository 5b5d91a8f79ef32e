#include "model/tls/available_algorithms.h"
#include "model/tls/list_meaning.h"
#include "tests/gui/window_fixture.h"
#include "ui/algorithm_picker.h"
#include "ui/field_note.h"
#include "ui/server_form.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

#include <openssl/err.h>

#include <algorithm>
#include <functional>

using namespace sealport;
using namespace sealport::test;

using Change = std::function<void(ServerProfile &)>;
Q_DECLARE_METATYPE(Change)

namespace {

enum Page { Certificates, Algorithms, Clients, Sessions, Connections };

CertificateReference named(const char *name)
{
    return {.by = IdentifyBy::Name, .id = QString::fromLatin1(name)};
}

ServerProfile usualProfile()
{
    ServerProfile profile;
    profile.name = QStringLiteral("s");
    profile.certificate = named("localhost");
    return profile;
}

/// Everything that assistive technology can reach below `object`.
void collect(QAccessibleInterface *object, QList<std::pair<QAccessible::Role, QString>> &found)
{
    if (!object || !object->isValid() || object->state().invisible)
        return;
    found.append({object->role(), object->text(QAccessible::Name)});
    if (object->role() == QAccessible::Table || object->role() == QAccessible::EditableText)
        return; // cells; Qt's own clear button
    for (int i = 0; i < object->childCount(); ++i)
        collect(object->child(i), found);
}

} // namespace

/// Everything of TLS that a profile can say has its field, and the fields help to say it right.
class TestTlsSettingsForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        m_form = std::make_unique<ServerForm>();
        m_form->resize(560, 640);
        m_form->setProfile(usualProfile());
        m_form->setMoreShown(true);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    void cleanup()
    {
        m_form.reset();
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void everySettingIsShownAndComesBack_data();
    void everySettingIsShownAndComesBack();
    void whatTheFieldsCannotShowSurvives();
    void theCursorStaysWhileOneTypes();

    void findingsAppearAndVanishAsOneTypes();
    void aSuggestionIsWrittenWithOneButton();
    void manyFindingsAreCutErrorsFirst();
    void listsAreJudgedByTheProtocols();
    void theLevelThatTheCiphersSetIsSaid();

    void thePickerWritesTheListInOrder();
    void thePickerNeedsNoMouse();
    void thePickerBeginsWithWhatTheListMeans();
    void thePickerKeepsTheLevelOfTheCiphers();
    void thePickerSaysWhatIsWeak();
    void thePickerGoesWithItsServer();

    void pagesThatDifferAreMarked();
    void pagesNeedNoMouse();
    void everyControlHasAName();
    void noPageIsWiderThanThePanel();

    void aPresetSetsProtocolsAndLists();
    void thePresetThatIsSetIsMarked();

    void certificatesAreAddedMovedAndRemoved();
    void atMostThreeServeOtherKeys();
    void whatIsMissingInACertificateIsSaid();
    void nobodyIsTrustedIsSaid();
    void wrongApplicationProtocolsAreSaid();
    void unsafeSessionsAreSaid();
    void filesAreAskedForWhereTheyAreMeant();
    void sharedSecretsMakeTheirSuitesUseful();
    void whatAPlainServerDoesNotNeedIsOutOfUse();
    void replyGoesOnInTheProtocolThatWasChosen();

private:
    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return m_form->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTabBar *tabs() const { return find<QTabBar>("furtherSettings"); }
    void open(Page page) const { tabs()->setCurrentIndex(page); }
    [[nodiscard]] QString note(const char *name) const
    {
        const auto *shown = find<FieldNote>(name);
        return shown->isVisible() ? shown->text() : QString();
    }
    [[nodiscard]] AlgorithmPicker *shownPicker() const
    {
        for (AlgorithmPicker *picker : m_form->findChildren<AlgorithmPicker *>())
            if (picker->isVisible())
                return picker;
        return nullptr;
    }
    [[nodiscard]] AlgorithmPicker *pick(const char *list) const
    {
        open(Algorithms);
        find<QToolButton>(QByteArray(list).append("Pick").constData())->click();
        return shownPicker();
    }
    static QTreeWidgetItem *rowOf(const AlgorithmPicker &picker, const QString &name)
    {
        return picker.findChild<QTreeWidget *>()->findItems(name, Qt::MatchExactly).value(0);
    }
    static void tick(const AlgorithmPicker &picker, const QStringList &names)
    {
        auto *list = picker.findChild<QTreeWidget *>();
        for (int i = 0; i < list->topLevelItemCount(); ++i)
            list->topLevelItem(i)->setCheckState(0, names.contains(list->topLevelItem(i)->text(0)) ? Qt::Checked
                                                                                                   : Qt::Unchecked);
    }

    std::unique_ptr<ServerForm> m_form;
};

void TestTlsSettingsForm::everySettingIsShownAndComesBack_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("what a new server has", [](ServerProfile &) {});
    row("certificates of other key types",
        [](ServerProfile &p) { p.furtherCertificates = {named("ec.test"), named("ed.test"), named("dsa.test")}; });
    row("certificates for names", [](ServerProfile &p) {
        p.namedCertificates = {
            {.names = {QStringLiteral("a.test"), QStringLiteral("*.b.test")}, .certificate = named("a.test")},
            {.names = {}, .certificate = {.by = IdentifyBy::Thumbprint, .id = QString(40, u'7')}}};
    });
    row("an OCSP response that is made here", [](ServerProfile &p) { p.tls.ocsp = QStringLiteral("made"); });
    row("an OCSP response of a file", [](ServerProfile &p) { p.tls.ocsp = QStringLiteral("/tmp/a.ocsp"); });
    row("other names are refused", [](ServerProfile &p) { p.refusesOtherNames = true; });
    for (const ChainForm form : {ChainForm::Exact, ChainForm::WithRoot, ChainForm::LeafOnly, ChainForm::Reversed})
        QTest::addRow("chain %d", static_cast<int>(form)) << Change([form](ServerProfile &p) { p.tls.chain = form; });
    row("ciphers", [](ServerProfile &p) { p.tls.algorithms.ciphers = QStringLiteral("HIGH:!aNULL"); });
    row("suites of TLS 1.3",
        [](ServerProfile &p) { p.tls.algorithms.cipherSuites = QStringLiteral("TLS_AES_128_GCM_SHA256"); });
    row("groups", [](ServerProfile &p) { p.tls.algorithms.groups = QStringLiteral("X25519:P-256"); });
    row("signature algorithms",
        [](ServerProfile &p) { p.tls.algorithms.signatureAlgorithms = QStringLiteral("ed25519:RSA+SHA256"); });
    for (int level = 0; level <= highestSecurityLevel; ++level)
        QTest::addRow("security level %d", level)
            << Change([level](ServerProfile &p) { p.tls.algorithms.securityLevel = level; });
    row("no DHE", [](ServerProfile &p) { p.tls.dhParameters = QStringLiteral("none"); });
    row("DHE parameters of a file", [](ServerProfile &p) { p.tls.dhParameters = QStringLiteral("/tmp/dh.pem"); });
    row("shared secrets", [](ServerProfile &p) { p.tls.sharedSecrets = QStringLiteral("/tmp/keys.psk"); });
    row("a key log", [](ServerProfile &p) { p.tls.keyLog = QStringLiteral("/tmp/keys.log"); });
    row("early data", [](ServerProfile &p) { p.tls.earlyData = 16384; });
    row("a capture", [](ServerProfile &p) { p.tls.capture = QStringLiteral("/tmp/all.pcapng"); });
    row("a capture with the keys inside", [](ServerProfile &p) {
        p.tls.capture = QStringLiteral("/tmp/all.pcapng");
        p.tls.capturesSecrets = true;
    });
    row("the client's order", [](ServerProfile &p) { p.tls.algorithms.prefersServerOrder = false; });
    row("application protocols", [](ServerProfile &p) {
        p.tls.alpn = {QStringLiteral("h2"), QStringLiteral("http/1.1")};
        p.tls.requiresAlpn = true;
    });
    for (const auto mode : {ClientCertificateMode::Ask, ClientCertificateMode::Require, ClientCertificateMode::Report})
        QTest::addRow("client certificates %d", static_cast<int>(mode)) << Change([mode](ServerProfile &p) {
            p.tls.clientCertificates = mode;
            p.tls.clientAuthorities = QStringLiteral("/tmp/ca.pem");
        });
    row("no tickets", [](ServerProfile &p) { p.tls.resumption.tickets = 0; });
    row("many tickets", [](ServerProfile &p) { p.tls.resumption.tickets = 10; });
    row("no sessions in memory", [](ServerProfile &p) { p.tls.resumption.keepsSessions = false; });
    row("renegotiation", [](ServerProfile &p) { p.tls.renegotiation = Renegotiation::Secure; });
    row("unsafe renegotiation", [](ServerProfile &p) { p.tls.renegotiation = Renegotiation::Unsafe; });
    row("small records", [](ServerProfile &p) { p.tls.largestRecord = 512; });
    for (const Opening &opening : {Opening::plain(), Opening::onRequest(), Opening::startTls(PlainProtocol::Smtp),
                                   Opening::startTls(PlainProtocol::Imap), Opening::startTls(PlainProtocol::Pop3),
                                   Opening::startTls(PlainProtocol::Ftp), Opening::startTls(PlainProtocol::Ldap),
                                   Opening::startTls(PlainProtocol::PostgreSql)})
        QTest::addRow("%s", qPrintable(opening.toWord()))
            << Change([opening](ServerProfile &p) { p.opening = opening; });
    row("limits", [](ServerProfile &p) {
        p.limits = {.handshakeTimeout = std::chrono::seconds(3),
                    .idleTimeout = std::chrono::seconds(60),
                    .maxConnections = 7,
                    .maxHeldBytes = 128 << 10};
    });
}

void TestTlsSettingsForm::everySettingIsShownAndComesBack()
{
    QFETCH(const Change, change);
    ServerProfile profile = usualProfile();
    const ServerProfile before = profile;
    change(profile);
    QSignalSpy edited(m_form.get(), &ServerForm::edited);
    m_form->setProfile(profile);
    QCOMPARE(m_form->profile(), profile);
    m_form->setProfile(before);
    QCOMPARE(m_form->profile(), before);
    m_form->setProfile(profile);
    QCOMPARE(m_form->profile(), profile);
    QVERIFY2(edited.isEmpty(), "only the user edits");
}

void TestTlsSettingsForm::whatTheFieldsCannotShowSurvives()
{
    ServerProfile profile = usualProfile();
    profile.furtherCertificates = {{.by = IdentifyBy::Name,
                                    .id = {},
                                    .file = QStringLiteral("/tmp/a.pem"),
                                    .keyFile = QStringLiteral("/tmp/a.key"),
                                    .chainFile = QStringLiteral("/tmp/a.chain")},
                                   {.by = IdentifyBy::Application, .id = QStringLiteral("ACME_TELNET")}};
    profile.namedCertificates = {{.names = {QStringLiteral("a, b")}, .certificate = named("a.test")}};
    profile.tls.alpn = {QStringLiteral("x,y")};
    profile.tls.ofLaterVersions.insert(QStringLiteral("ofTomorrow"), 7);
    profile.ofLaterVersions.insert(QStringLiteral("ofTheDayAfter"), 8);
    m_form->setProfile(profile);
    QCOMPARE(m_form->profile(), profile);

    // Also while something else is changed, and every row is looked at.
    open(Certificates);
    auto *table = find<HintTable>("furtherCertificates");
    for (int row = 0; row < table->model()->rowCount(); ++row)
        table->selectOnly(row);
    find<QSpinBox>("tickets")->setValue(5);
    profile.tls.resumption.tickets = 5;
    QCOMPARE(m_form->profile(), profile);

    table->selectOnly(0);
    find<QLineEdit>("furtherCertificateId")->setText(QStringLiteral("/tmp/b.pem"));
    profile.furtherCertificates.front().file = QStringLiteral("/tmp/b.pem");
    QCOMPARE(m_form->profile(), profile);
}

void TestTlsSettingsForm::theCursorStaysWhileOneTypes()
{
    open(Algorithms);
    auto *field = find<QLineEdit>("groups");
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("P-256"));
    QTest::keyClick(field, Qt::Key_Home);
    QTest::keyClicks(field, QStringLiteral("X25519:"));
    const int position = field->cursorPosition();
    m_form->setProfile(m_form->profile()); // as it comes back from the store
    QCOMPARE(field->text(), QStringLiteral("X25519:P-256"));
    QCOMPARE(field->cursorPosition(), position);

    open(Clients);
    auto *alpn = find<QLineEdit>("alpn");
    QTest::keyClicks(alpn, QStringLiteral("h2, "));
    m_form->setProfile(m_form->profile());
    QCOMPARE(alpn->text(), QStringLiteral("h2, "));
}

void TestTlsSettingsForm::findingsAppearAndVanishAsOneTypes()
{
    open(Algorithms);
    auto *field = find<QLineEdit>("ciphers");
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("AES256-SHA:nonsense"));
    QTRY_VERIFY2(note("ciphersNote").contains(QStringLiteral("“nonsense”")), qPrintable(note("ciphersNote")));
    QVERIFY(field->accessibleDescription().contains(QStringLiteral("“nonsense”")));
    QVERIFY(note("groupsNote").isEmpty());
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(field, Qt::Key_Backspace);
    QTRY_VERIFY(note("ciphersNote").isEmpty());
    QVERIFY(field->accessibleDescription().isEmpty());
    field->clear();
    QTRY_COMPARE(m_form->profile().tls, TlsSettings());
}

void TestTlsSettingsForm::aSuggestionIsWrittenWithOneButton()
{
    open(Algorithms);
    auto *field = find<QLineEdit>("groups");
    auto *correct = find<QPushButton>("groupsCorrect");
    QVERIFY(!correct->isVisible());
    field->setText(QStringLiteral("X25519:P-255"));
    QTRY_VERIFY(correct->isVisible());
    QVERIFY2(correct->toolTip().contains(QStringLiteral("P-256")), qPrintable(correct->toolTip()));
    QTest::mouseClick(correct, Qt::LeftButton);
    QCOMPARE(m_form->profile().tls.algorithms.groups, QStringLiteral("X25519:P-256"));
    QTRY_VERIFY(!correct->isVisible());
    field->undo();
    QCOMPARE(field->text(), QStringLiteral("X25519:P-255"));
}

void TestTlsSettingsForm::manyFindingsAreCutErrorsFirst()
{
    open(Algorithms);
    find<QLineEdit>("ciphers")->setText(QStringLiteral("AES256-SHA:n1:n2:n3:n4:@NONSENSE"));
    QTRY_VERIFY(!note("ciphersNote").isEmpty());
    const QStringList lines = note("ciphersNote").split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.front().contains(QStringLiteral("“@NONSENSE”")), qPrintable(lines.front()));
    QVERIFY2(lines.back().contains(QStringLiteral("2 more")), qPrintable(lines.back()));
}

void TestTlsSettingsForm::listsAreJudgedByTheProtocols()
{
    open(Algorithms);
    find<QLineEdit>("groups")->setText(QStringLiteral("X25519:secp192r1"));
    QTRY_VERIFY(find<QComboBox>("securityLevel")->itemText(0).endsWith(u'0'));
    QVERIFY(note("groupsNote").isEmpty()); // TLS 1.0 is ticked: level 0
    find<QCheckBox>("tls1")->setChecked(false);
    find<QCheckBox>("tls1.1")->setChecked(false);
    QTRY_VERIFY2(note("groupsNote").contains(QStringLiteral("“secp192r1”")), qPrintable(note("groupsNote")));
    QVERIFY(find<QComboBox>("securityLevel")->itemText(0).endsWith(u'2'));
    find<QComboBox>("securityLevel")->setCurrentIndex(1); // 0
    QTRY_VERIFY(note("groupsNote").isEmpty());
}

void TestTlsSettingsForm::theLevelThatTheCiphersSetIsSaid()
{
    open(Algorithms);
    find<QLineEdit>("ciphers")->setText(QStringLiteral("DEFAULT:@SECLEVEL=1"));
    QTRY_VERIFY2(note("levelNote").contains(u'1'), qPrintable(note("levelNote")));
    find<QLineEdit>("ciphers")->setText(QStringLiteral("DEFAULT"));
    QTRY_VERIFY(note("levelNote").isEmpty());
}

void TestTlsSettingsForm::thePickerWritesTheListInOrder()
{
    AlgorithmPicker *picker = pick("groups");
    QVERIFY(picker && picker->isVisible());
    QVERIFY(!picker->isModal());
    tick(*picker, {QStringLiteral("X25519"), QStringLiteral("secp384r1")});
    QCOMPARE(picker->chosen(), (QStringList{QStringLiteral("X25519"), QStringLiteral("secp384r1")}));
    QTreeWidgetItem *last = rowOf(*picker, QStringLiteral("secp384r1"));
    QCOMPARE(last->text(1), QStringLiteral("2"));
    picker->findChild<QTreeWidget *>()->setCurrentItem(last);
    picker->findChild<QPushButton *>(QStringLiteral("moveUp"))->click(); // past all that are not ticked
    QCOMPARE(picker->chosen(), (QStringList{QStringLiteral("secp384r1"), QStringLiteral("X25519")}));
    picker->findChild<QPushButton *>(QStringLiteral("moveUp"))->click();
    QCOMPARE(picker->chosen().size(), 2);
    QVERIFY(m_form->profile().tls.algorithms.groups.isEmpty());
    picker->findChild<QPushButton *>(QStringLiteral("useList"))->click();
    QCOMPARE(m_form->profile().tls.algorithms.groups, QStringLiteral("secp384r1:X25519"));
    QVERIFY(!picker->isVisible());

    picker = pick("groups");
    tick(*picker, {});
    QVERIFY(!picker->findChild<QPushButton *>(QStringLiteral("useList"))->isEnabled());
    picker->reject();
    QCOMPARE(m_form->profile().tls.algorithms.groups, QStringLiteral("secp384r1:X25519"));
    picker = pick("groups");
    picker->findChild<QPushButton *>(QStringLiteral("ownList"))->click();
    QVERIFY(m_form->profile().tls.algorithms.groups.isEmpty());
}

void TestTlsSettingsForm::thePickerNeedsNoMouse()
{
    open(Algorithms);
    auto *field = find<QLineEdit>("cipherSuites");
    field->setFocus();
    field->setText(QStringLiteral("TLS_AES_128_GCM_SHA256"));
    QTest::keyClick(field, Qt::Key_Down, Qt::AltModifier);
    AlgorithmPicker *picker = shownPicker();
    QVERIFY(picker);
    QTRY_COMPARE(QApplication::activeWindow(), picker);
    QTest::keyClick(picker, Qt::Key_F, Qt::AltModifier);
    auto *filter = picker->findChild<QLineEdit *>(QStringLiteral("findAlgorithm"));
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("aes_256 forward"));
    auto *list = picker->findChild<QTreeWidget *>();
    const auto isShown = [&](const char *name) { return !rowOf(*picker, QString::fromLatin1(name))->isHidden(); };
    QVERIFY(isShown("TLS_AES_256_GCM_SHA384"));
    QVERIFY(!isShown("TLS_AES_128_GCM_SHA256"));
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(picker->isVisible());
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Down);
    while (list->currentItem()->text(0) != QStringLiteral("TLS_AES_256_GCM_SHA384")
           && list->itemBelow(list->currentItem()))
        QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentItem()->text(0), QStringLiteral("TLS_AES_256_GCM_SHA384"));
    QTest::keyClick(list, Qt::Key_Space);
    filter->clear();
    QTest::keyClick(list, Qt::Key_Up, Qt::ControlModifier);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(field->text(), QStringLiteral("TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256"));
}

void TestTlsSettingsForm::thePickerBeginsWithWhatTheListMeans()
{
    open(Algorithms);
    find<QLineEdit>("ciphers")->setText(QStringLiteral("ECDHE+AESGCM:!ECDSA"));
    const QStringList meant{QStringLiteral("ECDHE-RSA-AES256-GCM-SHA384"),
                            QStringLiteral("ECDHE-RSA-AES128-GCM-SHA256")};
    AlgorithmPicker *picker = pick("ciphers");
    QCOMPARE(picker->chosen(), meant);
    QCOMPARE(picker->findChild<QTreeWidget *>()->topLevelItem(0)->text(0), meant.front());
    picker->reject();
    picker = pick("cipherSuites"); // the field is empty
    QCOMPARE(picker->chosen(), namesMeant(AlgorithmList::CipherSuites, socketCreeSslProtocols, {}));
    QVERIFY(!picker->chosen().isEmpty());
}

void TestTlsSettingsForm::thePickerKeepsTheLevelOfTheCiphers()
{
    open(Algorithms);
    find<QLineEdit>("ciphers")->setText(QStringLiteral("AES128-SHA:@SECLEVEL=1"));
    AlgorithmPicker *picker = pick("ciphers");
    tick(*picker, {QStringLiteral("AES256-SHA")});
    picker->findChild<QPushButton *>(QStringLiteral("useList"))->click();
    QCOMPARE(m_form->profile().tls.algorithms.ciphers, QStringLiteral("AES256-SHA:@SECLEVEL=1"));
}

void TestTlsSettingsForm::thePickerSaysWhatIsWeak()
{
    const AlgorithmPicker *picker = pick("ciphers");
    const auto *list = picker->findChild<QTreeWidget *>();
    const int remarks = list->columnCount() - 1;
    int weak = 0;
    for (const AvailableSuite &suite : availableSuites()) {
        const auto found = list->findItems(suite.name, Qt::MatchExactly);
        const bool isListed = !suite.needsSharedSecret && !suite.protocols.contains(Protocol::Tls1_3);
        QCOMPARE(found.size(), isListed ? 1 : 0);
        if (!isListed)
            continue;
        const bool isWeak = suite.weakness != SuiteWeakness::None;
        weak += isWeak ? 1 : 0;
        QCOMPARE(found.front()->text(remarks).startsWith(QStringLiteral("Weak. ")), isWeak);
        QCOMPARE(found.front()->icon(remarks).isNull(), !isWeak);
        QVERIFY(found.front()->text(2) == suite.ianaName);
    }
    QVERIFY(weak > 0);
    QVERIFY(rowOf(*picker, QStringLiteral("NULL-SHA"))->text(remarks).contains(QStringLiteral("encrypt")));
}

void TestTlsSettingsForm::thePickerGoesWithItsServer()
{
    const QPointer<AlgorithmPicker> picker = pick("groups");
    m_form->setProfile(m_form->profile());
    QVERIFY(picker && picker->isVisible());
    ServerProfile other = usualProfile();
    other.name = QStringLiteral("another");
    m_form->setProfile(other);
    QVERIFY(!picker || !picker->isVisible());
}

void TestTlsSettingsForm::pagesThatDifferAreMarked()
{
    QAccessibleInterface *bar = QAccessible::queryAccessibleInterface(tabs());
    const auto marks = [&](Page page) { // seen, heard
        return std::pair(tabs()->tabText(page).endsWith(u'\u2022'),
                         bar->child(page)->text(QAccessible::Name).contains(QStringLiteral("changed")));
    };
    const std::pair none(false, false);
    const std::pair both(true, true);
    const std::vector<std::pair<Page, std::function<void()>>> changes{
        {Certificates, [&] { find<QCheckBox>("refusesOtherNames")->click(); }},
        {Algorithms, [&] { find<QCheckBox>("serverOrder")->click(); }},
        {Clients, [&] { find<QLineEdit>("alpn")->setText(QStringLiteral("h2")); }},
        {Sessions, [&] { find<QCheckBox>("keepsSessions")->click(); }},
        {Connections, [&] { m_form->findChild<QSpinBox *>(QStringLiteral("maxConnections"))->setValue(5); }}};
    const auto *summary = find<QLabel>("moreSummary");
    m_form->setMoreShown(false);
    QVERIFY(!summary->isVisible());
    m_form->setMoreShown(true);
    QStringList titles;
    for (const auto &[page, change] : changes) {
        QCOMPARE(marks(page), none);
        titles.append(tabs()->tabText(page));
        change();
        QCOMPARE(marks(page), both);
        QVERIFY(!summary->isVisible());
    }
    m_form->setMoreShown(false);
    QVERIFY(summary->isVisible());
    for (const QString &title : titles)
        QVERIFY2(summary->text().contains(title), qPrintable(summary->text()));
    m_form->setProfile(usualProfile());
    QVERIFY(!summary->isVisible());
    for (const auto &[page, change] : changes)
        QCOMPARE(marks(page), none);
}

void TestTlsSettingsForm::pagesNeedNoMouse()
{
    m_form->setMoreShown(false);
    QTest::keyClick(m_form.get(), Qt::Key_O, Qt::AltModifier);
    QTRY_VERIFY(m_form->isMoreShown());
    find<QToolButton>("more")->setFocus();
    QTest::keyClick(find<QToolButton>("more"), Qt::Key_Tab);
    QVERIFY(tabs()->hasFocus());
    const std::vector<QStringList> fields{
        {QStringLiteral("furtherCertificates"), QStringLiteral("addCertificate"), QStringLiteral("refusesOtherNames"),
         QStringLiteral("chain"), QStringLiteral("ocsp")},
        {QStringLiteral("ciphers"), QStringLiteral("ciphersPick"), QStringLiteral("cipherSuites"),
         QStringLiteral("groups"), QStringLiteral("signatureAlgorithms"), QStringLiteral("securityLevel"),
         QStringLiteral("serverOrder"), QStringLiteral("dhParameters")},
        {QStringLiteral("clientCertificates"), QStringLiteral("sharedSecrets"), QStringLiteral("alpn")},
        {QStringLiteral("tickets"), QStringLiteral("keepsSessions"), QStringLiteral("renegotiation"),
         QStringLiteral("largestRecord"), QStringLiteral("earlyData"), QStringLiteral("keyLog"),
         QStringLiteral("capture")},
        {QStringLiteral("handshakeTimeout"), QStringLiteral("idleTimeout"), QStringLiteral("maxConnections"),
         QStringLiteral("maxHeldBytes")}};
    for (std::size_t page = 0; page < fields.size(); ++page) {
        QCOMPARE(tabs()->currentIndex(), static_cast<int>(page));
        QStringList met;
        for (int i = 0; i < 16 && (i == 0 || !tabs()->hasFocus()); ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            met.append(QApplication::focusWidget()->objectName());
        }
        qsizetype place = -1;
        for (const QString &name : fields[page]) { // one below the other, as the eye meets them
            QVERIFY2(met.indexOf(name) > place, qPrintable(name + u" in " + met.join(u' ')));
            place = met.indexOf(name);
        }
        tabs()->setFocus();
        QTest::keyClick(tabs(), page == 0 ? Qt::Key_Right : Qt::Key_PageDown,
                        page == 0 ? Qt::NoModifier : Qt::ControlModifier);
    }
    QCOMPARE(tabs()->currentIndex(), 0);
    find<QComboBox>("chain")->setFocus();
    QTest::keyClick(find<QComboBox>("chain"), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(tabs()->currentIndex(), static_cast<int>(Connections));
    QVERIFY(tabs()->hasFocus());
}

void TestTlsSettingsForm::everyControlHasAName()
{
    ServerProfile profile = usualProfile();
    profile.namedCertificates = {{.names = {}, .certificate = named("a.test")}};
    profile.tls.clientCertificates = ClientCertificateMode::Require;
    m_form->setProfile(profile);
    const QList<QAccessible::Role> controls{QAccessible::CheckBox,   QAccessible::RadioButton, QAccessible::Button,
                                            QAccessible::ButtonMenu, QAccessible::SpinBox,     QAccessible::ComboBox,
                                            QAccessible::Table,      QAccessible::PageTab};
    for (int page = 0; page < tabs()->count(); ++page) {
        tabs()->setCurrentIndex(page);
        QList<std::pair<QAccessible::Role, QString>> found;
        collect(QAccessible::queryAccessibleInterface(m_form.get()), found);
        QVERIFY(found.size() > 20);
        for (const auto &[role, name] : found)
            QVERIFY2(!controls.contains(role) || !name.isEmpty(),
                     qPrintable(QStringLiteral("page %1: a control without a name, role %2").arg(page).arg(role)));
        for (const QLineEdit *field : m_form->findChildren<QLineEdit *>()) {
            const bool isPartOfOther = field->objectName().startsWith(QStringLiteral("qt_"));
            QVERIFY2(isPartOfOther || !field->isVisible() || !field->accessibleName().isEmpty(),
                     qPrintable(field->objectName()));
        }
    }
}

void TestTlsSettingsForm::noPageIsWiderThanThePanel()
{
    ServerProfile profile = usualProfile();
    profile.namedCertificates = {{.names = {QStringLiteral("a.test")}, .certificate = named("a.test")}};
    profile.tls.algorithms.groups = QStringLiteral("nonsense:") + QString(300, u'x');
    profile.tls.renegotiation = Renegotiation::Unsafe;
    profile.tls.clientCertificates = ClientCertificateMode::Require;
    m_form->setProfile(profile);
    m_form->setMoreShown(false);
    const int before = m_form->minimumSizeHint().width();
    m_form->setMoreShown(true);
    for (int page = 0; page < tabs()->count(); ++page) {
        tabs()->setCurrentIndex(page);
        if (page == Algorithms)
            QTRY_VERIFY(!note("groupsNote").isEmpty());
        QApplication::processEvents(); // the layouts
        const int width = m_form->minimumSizeHint().width();
        QVERIFY2(width <= std::max(before, 480), qPrintable(QStringLiteral("%1: %2").arg(page).arg(width)));
    }
}

void TestTlsSettingsForm::aPresetSetsProtocolsAndLists()
{
    const auto actions = find<QToolButton>("presets")->menu()->actions();
    QCOMPARE(actions.size(), static_cast<int>(std::size(allTlsPresets)));
    QSignalSpy edited(m_form.get(), &ServerForm::edited);
    QSignalSpy replaced(m_form.get(), &ServerForm::listsReplaced);
    for (int i = 0; i < actions.size(); ++i) {
        edited.clear();
        actions.at(i)->trigger();
        const TlsPresetSettings wanted = settingsOf(allTlsPresets[i]);
        QCOMPARE(m_form->profile().protocols, wanted.protocols);
        QCOMPARE(m_form->profile().tls.algorithms, wanted.algorithms);
        QCOMPARE(edited.size(), 1);
    }
    QVERIFY2(replaced.isEmpty(), "a preset is nobody's own work");
    find<QLineEdit>("groups")->setText(QStringLiteral("X25519"));
    const TlsPresetSettings own{.protocols = m_form->profile().protocols,
                                .algorithms = m_form->profile().tls.algorithms};
    actions.at(1)->trigger();
    QCOMPARE(replaced.size(), 1);
    QVERIFY(replaced.front().front().value<TlsPresetSettings>() == own);
    m_form->useSettings(own);
    QCOMPARE(m_form->profile().tls.algorithms, own.algorithms);
    QCOMPARE(m_form->profile().protocols, own.protocols);
}

void TestTlsSettingsForm::thePresetThatIsSetIsMarked()
{
    QMenu *menu = find<QToolButton>("presets")->menu();
    const auto marked = [menu] {
        Q_EMIT menu->aboutToShow();
        QList<int> places;
        for (int i = 0; i < menu->actions().size(); ++i)
            if (menu->actions().at(i)->isChecked())
                places.append(i);
        return places;
    };
    QCOMPARE(marked(), QList<int>{0});
    menu->actions().at(2)->trigger();
    QCOMPARE(marked(), QList<int>{2});
    find<QLineEdit>("groups")->setText(QStringLiteral("X25519"));
    QCOMPARE(marked(), QList<int>());
}

void TestTlsSettingsForm::certificatesAreAddedMovedAndRemoved()
{
    open(Certificates);
    auto *table = find<HintTable>("furtherCertificates");
    const auto add = [&](const char *kind, const char *name) {
        m_form->findChild<QAction *>(QString::fromLatin1(kind))->trigger();
        QTest::keyClicks(find<QLineEdit>("furtherCertificateId"), QString::fromLatin1(name));
    };
    QVERIFY(!find<QLineEdit>("furtherCertificateId")->isVisible());
    add("addForKey", "ec.test");
    QVERIFY(!find<QLineEdit>("serverNames")->isVisible());
    add("addForNames", "a.test");
    QVERIFY(find<QLineEdit>("serverNames")->isVisible());
    QTest::keyClicks(find<QLineEdit>("serverNames"), QStringLiteral("a.test, *.a.test"));
    add("addForNames", "b.test");
    const NamedCertificate first{.names = {QStringLiteral("a.test"), QStringLiteral("*.a.test")},
                                 .certificate = named("a.test")};
    const NamedCertificate second{.names = {}, .certificate = named("b.test")};
    QCOMPARE(m_form->profile().furtherCertificates, std::vector{named("ec.test")});
    QCOMPARE(m_form->profile().namedCertificates, (std::vector{first, second}));
    QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("a.test, *.a.test"));
    QCOMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("a.test"));

    table->setFocus();
    QTest::keyClick(table, Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_form->profile().namedCertificates, (std::vector{second, first}));
    QCOMPARE(find<QLineEdit>("furtherCertificateId")->text(), QStringLiteral("b.test")); // still the selected one
    QTest::mouseClick(find<QToolButton>("certificateDown"), Qt::LeftButton);
    QCOMPARE(m_form->profile().namedCertificates, (std::vector{first, second}));

    table->selectOnly(1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(m_form->profile().namedCertificates, std::vector{second});
    auto *undo = find<QPushButton>("messageAction");
    QVERIFY(undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(m_form->profile().namedCertificates, (std::vector{first, second}));
    QCOMPARE(table->selectedRows(), QList<int>{1});
}

void TestTlsSettingsForm::atMostThreeServeOtherKeys()
{
    auto *add = m_form->findChild<QAction *>(QStringLiteral("addForKey"));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(add->isEnabled());
        add->trigger();
    }
    QVERIFY(!add->isEnabled());
    QVERIFY(!add->toolTip().isEmpty());
    QVERIFY(m_form->findChild<QAction *>(QStringLiteral("addForNames"))->isEnabled());
    find<QToolButton>("removeCertificate")->click();
    QVERIFY(add->isEnabled());
}

void TestTlsSettingsForm::whatIsMissingInACertificateIsSaid()
{
    open(Certificates);
    m_form->findChild<QAction *>(QStringLiteral("addForNames"))->trigger();
    QVERIFY(!note("furtherCertificateNote").isEmpty());
    find<QLineEdit>("furtherCertificateId")->setText(QStringLiteral("a.test"));
    QVERIFY(note("furtherCertificateNote").isEmpty());
    find<QLineEdit>("serverNames")->setText(QStringLiteral("a.test, 10.0.0.7"));
    QVERIFY2(note("furtherCertificateNote").contains(QStringLiteral("10.0.0.7")),
             qPrintable(note("furtherCertificateNote")));
    QVERIFY(!note("furtherCertificateNote").contains(QStringLiteral("a.test")));
}

void TestTlsSettingsForm::nobodyIsTrustedIsSaid()
{
    open(Clients);
    auto *mode = find<QComboBox>("clientCertificates");
    auto *file = find<QLineEdit>("clientAuthorities");
    const auto choose = [&](ClientCertificateMode wanted) {
        mode->setCurrentIndex(mode->findData(static_cast<int>(wanted)));
    };
    QVERIFY(!file->isEnabled());
    QVERIFY(note("clientAuthoritiesNote").isEmpty());
    for (const auto wanted :
         {ClientCertificateMode::Ask, ClientCertificateMode::Require, ClientCertificateMode::Report}) {
        choose(wanted);
        QVERIFY(file->isEnabled());
        QVERIFY2(note("clientAuthoritiesNote").contains(QStringLiteral("trusted")),
                 qPrintable(note("clientAuthoritiesNote")));
    }
    find<QRadioButton>("byApplication")->setChecked(true);
    choose(ClientCertificateMode::Require);
    QVERIFY2(note("clientAuthoritiesNote").isEmpty(), "an application says whom it trusts");
    find<QRadioButton>("byName")->setChecked(true);
    QVERIFY(!note("clientAuthoritiesNote").isEmpty());
    file->setText(QStringLiteral("/tmp/ca.pem"));
    QVERIFY(note("clientAuthoritiesNote").isEmpty());
    choose(ClientCertificateMode::DoNotAsk);
    QVERIFY(!file->isEnabled());
    QCOMPARE(m_form->profile().tls.clientAuthorities, QStringLiteral("/tmp/ca.pem")); // for when they are asked again
}

void TestTlsSettingsForm::wrongApplicationProtocolsAreSaid()
{
    open(Clients);
    auto *field = find<QLineEdit>("alpn");
    QVERIFY(!find<QCheckBox>("requiresAlpn")->isEnabled());
    field->setText(QStringLiteral("h2 ,,http/1.1,"));
    QCOMPARE(m_form->profile().tls.alpn, (QStringList{QStringLiteral("h2"), QStringLiteral("http/1.1")}));
    QVERIFY(find<QCheckBox>("requiresAlpn")->isEnabled());
    QVERIFY(note("alpnNote").isEmpty());
    field->setText(QString(256, u'x'));
    QVERIFY2(note("alpnNote").contains(QStringLiteral("255")), qPrintable(note("alpnNote")));
}

void TestTlsSettingsForm::unsafeSessionsAreSaid()
{
    open(Sessions);
    auto *renegotiation = find<QComboBox>("renegotiation");
    renegotiation->setCurrentIndex(renegotiation->findData(static_cast<int>(Renegotiation::Unsafe)));
    QVERIFY(note("renegotiationNote").contains(QStringLiteral("CVE-2009-3555")));
    renegotiation->setCurrentIndex(renegotiation->findData(static_cast<int>(Renegotiation::Secure)));
    QVERIFY(note("renegotiationNote").isEmpty());
    find<QSpinBox>("tickets")->setValue(0);
    QVERIFY(note("ticketsNote").isEmpty());
    find<QCheckBox>("keepsSessions")->setChecked(false);
    QVERIFY(!note("ticketsNote").isEmpty());
    find<QSpinBox>("earlyData")->setValue(16384);
    QVERIFY2(note("earlyDataNote").contains(QStringLiteral("ticket")), "nobody has one to come back with");
    find<QSpinBox>("tickets")->setValue(2);
    QVERIFY(note("earlyDataNote").contains(QStringLiteral("RFC 8446")));
    find<QSpinBox>("earlyData")->setValue(0);
    QVERIFY(note("earlyDataNote").isEmpty());
    QVERIFY(note("captureNote").isEmpty() && !find<QCheckBox>("capturesSecrets")->isEnabled());
    find<QLineEdit>("capture")->setText(QStringLiteral("/tmp/all.pcapng"));
    const QString encrypted = note("captureNote");
    find<QCheckBox>("capturesSecrets")->click();
    QVERIFY(!encrypted.isEmpty() && note("captureNote") != encrypted);
    QVERIFY(note("keyLogNote").isEmpty());
    find<QLineEdit>("keyLog")->setText(QStringLiteral("/tmp/keys.log"));
    QVERIFY(!note("keyLogNote").isEmpty());
}

void TestTlsSettingsForm::filesAreAskedForWhereTheyAreMeant()
{
    open(Algorithms);
    auto *choice = find<QComboBox>("dhParameters");
    auto *file = find<QLineEdit>("dhParametersFile");
    QVERIFY(!file->isVisible());
    choice->setCurrentIndex(choice->count() - 1);
    QVERIFY(file->isVisible());
    m_form->setProfile(m_form->profile()); // no name yet: the field stays
    QVERIFY(file->isVisible());
    file->setText(QStringLiteral(" /tmp/dh.pem "));
    QCOMPARE(m_form->profile().tls.dhParameters, QStringLiteral("/tmp/dh.pem"));
    choice->setCurrentIndex(0);
    QVERIFY(!file->isVisible());
    QVERIFY(m_form->profile().tls.dhParameters.isEmpty());
}

void TestTlsSettingsForm::sharedSecretsMakeTheirSuitesUseful()
{
    const QString suite = QStringLiteral("PSK-AES128-GCM-SHA256");
    open(Algorithms);
    find<QLineEdit>("ciphers")->setText(QStringLiteral("AES128-SHA:") + suite);
    QTRY_VERIFY2(note("ciphersNote").contains(suite), qPrintable(note("ciphersNote")));
    AlgorithmPicker *picker = pick("ciphers");
    QVERIFY(!rowOf(*picker, suite));
    picker->reject();
    find<QLineEdit>("sharedSecrets")->setText(QStringLiteral("/tmp/keys.psk"));
    QTRY_VERIFY(note("ciphersNote").isEmpty());
    picker = pick("ciphers");
    QVERIFY(rowOf(*picker, suite));
}

void TestTlsSettingsForm::whatAPlainServerDoesNotNeedIsOutOfUse()
{
    open(Connections);
    auto *opening = find<QComboBox>("opening");
    const auto choose = [&](const Opening &wanted) { opening->setCurrentIndex(opening->findData(wanted.toWord())); };
    for (const auto &[wanted, needsTls] :
         {std::pair(Opening::plain(), false), std::pair(Opening::onRequest(), true),
          std::pair(Opening::startTls(PlainProtocol::Smtp), true), std::pair(Opening(), true)}) {
        choose(wanted);
        QCOMPARE(m_form->profile().opening, wanted);
        QCOMPARE(find<QLineEdit>("certificateId")->isEnabled(), needsTls);
        QCOMPARE(find<QCheckBox>("tls1.2")->isEnabled(), needsTls);
        QCOMPARE(find<QToolButton>("presets")->isEnabled(), needsTls);
    }
    QVERIFY(m_form->profile().protocols == socketCreeSslProtocols);
}

void TestTlsSettingsForm::replyGoesOnInTheProtocolThatWasChosen()
{
    open(Connections);
    auto *opening = find<QComboBox>("opening");
    auto *reply = find<QComboBox>("reply");
    const auto choose = [&](const Opening &wanted) { opening->setCurrentIndex(opening->findData(wanted.toWord())); };
    const auto mode = [&] { return m_form->profile().reply.mode; };
    choose(Opening::startTls(PlainProtocol::Smtp));
    QVERIFY(mode() == ReplyMode::Protocol);
    choose(Opening::plain());
    QVERIFY(mode() == ReplyMode::Echo);
    choose(Opening::startTls(PlainProtocol::Smtp));
    reply->setCurrentIndex(reply->findText(QStringLiteral("echo"), Qt::MatchStartsWith));
    find<QSpinBox>("maxConnections")->setValue(7);
    QVERIFY2(mode() == ReplyMode::Echo, "it was asked for");
    reply->setCurrentIndex(reply->findText(QStringLiteral("HTTP"), Qt::MatchStartsWith));
    choose(Opening());
    QVERIFY2(mode() == ReplyMode::Http, "it was asked for");
}

QTEST_MAIN(TestTlsSettingsForm)
#include "tst_tls_settings_form.moc"
