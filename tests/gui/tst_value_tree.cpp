#include "ui/value_tree.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTest>

#include <memory>

using namespace sealport;

/// The rows that tell of an object.
class TestValueTree : public QObject {
    Q_OBJECT
private:
    [[nodiscard]] int heightOf(const QTreeWidgetItem *item) const { return m_tree->visualItemRect(item).height(); }
    QTreeWidgetItem *add(const QString &name, const QString &value, QTreeWidgetItem *parent = nullptr) const
    {
        auto *item = new QTreeWidgetItem({name, value});
        (parent ? parent : m_tree->invisibleRootItem())->addChild(item);
        return item;
    }

private Q_SLOTS:
    void init()
    {
        m_tree = std::make_unique<ValueTree>(QStringList{QStringLiteral("Field"), QStringLiteral("Value")},
                                             QStringLiteral("Values"));
        m_tree->resize(600, 400);
        m_tree->setColumnWidth(0, 200);
        m_tree->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_tree.get()));
    }

    void aLongValueIsShownWhole()
    {
        const QTreeWidgetItem *brief = add(QStringLiteral("a"), QStringLiteral("b"));
        const QTreeWidgetItem *item = add(QStringLiteral("a"), QString(1000, u'b'));
        QVERIFY(heightOf(item) > 5 * heightOf(brief));
    }

    void aValueOfAHundredThousandLettersIsCutAndCopiedWhole()
    {
        const QString value(200'000, u'b');
        QTreeWidgetItem *item = add(QStringLiteral("a"), value);
        QVERIFY(heightOf(item) < 5000); // laid out whole it would take a minute, and 70,000 pixels
        m_tree->setCurrentItem(item, 1);
        m_tree->actions().front()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), value);
    }

    void aNameInTheTreeHasTheRoomThatItsIndentationLeaves()
    {
        QTreeWidgetItem *parent = add(QStringLiteral("a"), {});
        QString name;
        while (m_tree->fontMetrics().horizontalAdvance(name) < 200 - 2 * m_tree->indentation())
            name += QStringLiteral("ab ");
        const QTreeWidgetItem *child = add(name, {}, parent);
        m_tree->expandAll();
        QVERIFY(heightOf(child) >= heightOf(parent) + m_tree->fontMetrics().height() / 2);
    }

    void arrowsGoFromANameToItsValue()
    {
        QTreeWidgetItem *parent = add(QStringLiteral("Subject"), QStringLiteral("CN=a"));
        QTreeWidgetItem *child = add(QStringLiteral("Common name"), QStringLiteral("a"), parent);
        m_tree->setCurrentItem(parent, 0);
        QTest::keyClick(m_tree.get(), Qt::Key_Right);
        QVERIFY(parent->isExpanded());
        QTest::keyClick(m_tree.get(), Qt::Key_Right);
        QCOMPARE(m_tree->currentItem(), parent);
        QCOMPARE(m_tree->currentColumn(), 1);
        QTest::keyClick(m_tree.get(), Qt::Key_Down);
        QCOMPARE(m_tree->currentItem(), child);
        QTest::keyClick(m_tree.get(), Qt::Key_Left);
        QCOMPARE(m_tree->currentItem(), child);
        QCOMPARE(m_tree->currentColumn(), 0);
        QVERIFY(parent->isExpanded());
    }

private:
    std::unique_ptr<ValueTree> m_tree;
};

QTEST_MAIN(TestValueTree)
#include "tst_value_tree.moc"
