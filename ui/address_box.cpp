#include "ui/address_box.h"

#include "model/sockets/machine_addresses.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

namespace sealport {

namespace {

constexpr QLatin1StringView localhost("localhost");

QString labelOf(const MachineAddress &entry)
{
    const QString address = entry.address.toString();
    switch (entry.reach) {
    case AddressReach::Loopback:
        return AddressBox::tr("%1 – loopback (%2), this machine only").arg(address, entry.interfaceName);
    case AddressReach::Private:
        return AddressBox::tr("%1 – %2", "address, network interface").arg(address, entry.interfaceName);
    case AddressReach::Public:
        return AddressBox::tr("%1 – %2, public").arg(address, entry.interfaceName);
    case AddressReach::LinkLocal:
        return AddressBox::tr("%1 – %2, link-local").arg(address, entry.interfaceName);
    case AddressReach::AllIpv4:
        return AddressBox::tr("%1 – all IPv4 addresses").arg(address);
    case AddressReach::All:
        return AddressBox::tr("%1 – all addresses (IPv4 and IPv6)").arg(address);
    }
    Q_UNREACHABLE();
}

} // namespace

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
    for (const MachineAddress &entry : machineAddresses()) {
        if (entry.reach != AddressReach::Loopback && findData(QString(localhost)) < 0)
            addItem(tr("%1 – host name").arg(localhost), QString(localhost));
        addItem(labelOf(entry), entry.address.toString());
    }
    setEditText(typed);
    setCurrentIndex(findData(typed));
    setEditText(typed);
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 24);
}

} // namespace sealport
