#include "ui/address_box.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QNetworkInterface>
#include <QSignalBlocker>

namespace sealport {

AddressBox::AddressBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr); // would complete to the description behind an address
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    lineEdit()->setMaxLength(255);
    connect(this, &QComboBox::editTextChanged, this, &AddressBox::changed);
    connect(this, &QComboBox::activated, this, [this](int index) { setEditText(itemData(index).toString()); });
}

QString AddressBox::address() const
{
    return currentText().trimmed();
}

void AddressBox::setAddress(const QString &address)
{
    if (address == this->address())
        return;
    const QSignalBlocker quiet(this);
    setEditText(address);
}

void AddressBox::showPopup()
{
    fill();
    QComboBox::showPopup();
}

void AddressBox::fill()
{
    // Read at each opening: cables are plugged and networks joined while the window is open.
    const QString typed = currentText();
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("127.0.0.1 (this machine only)"), QStringLiteral("127.0.0.1"));
    addItem(tr("::1 (this machine only, IPv6)"), QStringLiteral("::1"));
    addItem(tr("localhost (host name)"), QStringLiteral("localhost"));
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (!(interface.flags() & QNetworkInterface::IsUp) || (interface.flags() & QNetworkInterface::IsLoopBack))
            continue;
        const auto entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (entry.ip().isLinkLocal())
                continue; // needs a scope, which no client of a tester would type
            const QString text = entry.ip().toString();
            addItem(tr("%1 (%2)", "address (network interface)").arg(text, interface.humanReadableName()), text);
        }
    }
    addItem(tr("0.0.0.0 (all IPv4 addresses)"), QStringLiteral("0.0.0.0"));
    addItem(tr(":: (all addresses)"), QStringLiteral("::"));
    setEditText(typed);
    setCurrentIndex(findData(typed));
    setEditText(typed);
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 24);
}

} // namespace sealport
