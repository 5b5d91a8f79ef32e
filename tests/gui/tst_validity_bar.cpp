#include "ui/validity_bar.h"

#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace sealport;

/// The bar is looked at as it is drawn, in light and in dark colours.
class TestValidityBar : public QObject {
    Q_OBJECT
private:
    const QDateTime m_now{QDate(2026, 6, 1), QTime(12, 0), Qt::UTC};

    static QImage drawn(ValidityBar &bar, bool isDark)
    {
        QPalette palette;
        palette.setColor(QPalette::Window, isDark ? Qt::black : Qt::white);
        palette.setColor(QPalette::Base, isDark ? Qt::black : Qt::white);
        palette.setColor(QPalette::WindowText, isDark ? Qt::white : Qt::black);
        bar.setPalette(palette);
        bar.resize(210, bar.sizeHint().height());
        return bar.grab().toImage();
    }

private Q_SLOTS:
    void marksNowInTheColourOfTheState_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("mark"); // pixels from the left
        QTest::addColumn<int>("hue");
        QTest::addColumn<QString>("words");
        constexpr int green = 142;
        constexpr int amber = 37;
        constexpr int red = 3;
        QTest::newRow("valid") << -100 << 100 << 105 << green << "expires in 100 days";
        QTest::newRow("expires soon") << -180 << 20 << 185 << amber << "expires in 20 days";
        QTest::newRow("expired") << -200 << -100 << 205 << red << "expired 100 days ago";
        QTest::newRow("not yet valid") << 20 << 100 << 5 << red << "valid in 20 days";
    }
    void marksNowInTheColourOfTheState()
    {
        QFETCH(const int, from);
        QFETCH(const int, to);
        QFETCH(const int, mark);
        QFETCH(const int, hue);
        QFETCH(const QString, words);
        ValidityBar bar;
        bar.setValidity(m_now.addDays(from), m_now.addDays(to), m_now, 30);
        QVERIFY2(bar.accessibleDescription().contains(words), qPrintable(bar.accessibleDescription()));
        QVERIFY2(bar.toolTip().contains(words), qPrintable(bar.toolTip()));
        for (const bool isDark : {false, true}) {
            const QImage image = drawn(bar, isDark);
            const QColor contrast = isDark ? Qt::white : Qt::black;
            int first = image.width();
            int last = 0;
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, 1) == contrast) { // over the bar, nothing else is there
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
            }
            QVERIFY2(std::abs((first + last) / 2 - mark) <= 2, qPrintable(QString::number((first + last) / 2)));
            QVERIFY(last - first >= 4);
            QCOMPARE(image.pixelColor(std::clamp(mark, 5, 204), 10), contrast); // through the bar as well
            const int drawnHue = image.pixelColor(50, 10).hue();
            QVERIFY2(std::abs(drawnHue - hue) <= 6, qPrintable(QString::number(drawnHue)));
        }
    }
};

QTEST_MAIN(TestValidityBar)
#include "tst_validity_bar.moc"
