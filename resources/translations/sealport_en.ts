<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CertificateCells</name>
    <message numerus="yes">
        <source>Revocation list, %n certificate(s)</source>
        <translation>
            <numerusform>Revocation list, %n certificate</numerusform>
            <numerusform>Revocation list, %n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateDetails</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minutes</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hours</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n months</source>
        <translation>
            <numerusform>in %n month</numerusform>
            <numerusform>in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n years</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message numerus="yes">
        <source>The chain is complete: %n issuers are sent.</source>
        <translation>
            <numerusform>The chain is complete: %n issuer is sent.</numerusform>
            <numerusform>The chain is complete: %n issuers are sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Certificates of clients may come from %n authorities.</source>
        <translation>
            <numerusform>Certificates of clients may come from %n authority.</numerusform>
            <numerusform>Certificates of clients may come from %n authorities.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors keep the server from starting.</source>
        <translation>
            <numerusform>%n error keeps the server from starting.</numerusform>
            <numerusform>%n errors keep the server from starting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Thumbprint</name>
    <message numerus="yes">
        <source>It has %1 digits, and %2 has %3: %n are missing.</source>
        <translation>
            <numerusform>It has %1 digits, and %2 has %3: %n is missing.</numerusform>
            <numerusform>It has %1 digits, and %2 has %3: %n are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %1 digits, and %2 has %3: %n are too many.</source>
        <translation>
            <numerusform>It has %1 digits, and %2 has %3: %n is too many.</numerusform>
            <numerusform>It has %1 digits, and %2 has %3: %n are too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible characters were left out.</source>
        <translation>
            <numerusform>%n invisible character was left out.</numerusform>
            <numerusform>%n invisible characters were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is the %2 of “%1”, but for %n digits.</source>
        <translation>
            <numerusform>It is the %2 of “%1”, but for %n digit.</numerusform>
            <numerusform>It is the %2 of “%1”, but for %n digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Warning</name>
    <message numerus="yes">
        <source>The certificate expires in %n days.</source>
        <translation>
            <numerusform>The certificate expires in %n day.</numerusform>
            <numerusform>The certificate expires in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::AdmissionBar</name>
    <message numerus="yes">
        <source>%n more wait behind it.</source>
        <translation>
            <numerusform>%n more waits behind it.</numerusform>
            <numerusform>%n more wait behind it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::CertificateActions</name>
    <message numerus="yes">
        <source>%n certificate(s) copied into your certificates.</source>
        <translation>
            <numerusform>%n certificate copied into your certificates.</numerusform>
            <numerusform>%n certificates copied into your certificates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private key(s) came along, without a pass phrase.</source>
        <translation>
            <numerusform>%n private key came along, without a pass phrase.</numerusform>
            <numerusform>%n private keys came along, without a pass phrase.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) were deleted, private keys included.</source>
        <translation>
            <numerusform>%n object was deleted, private keys included.</numerusform>
            <numerusform>%n objects were deleted, private keys included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) were deleted.</source>
        <translation>
            <numerusform>%n object was deleted.</numerusform>
            <numerusform>%n objects were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::CertificateDetails</name>
    <message numerus="yes">
        <source>Revocation list, %n certificate(s)</source>
        <translation>
            <numerusform>Revocation list, %n certificate</numerusform>
            <numerusform>Revocation list, %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::CertificatePanel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::CheckListView</name>
    <message numerus="yes">
        <source>%n checks in order</source>
        <translation>
            <numerusform>%n check in order</numerusform>
            <numerusform>%n checks in order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::SourceModel</name>
    <message numerus="yes">
        <source>%n file(s) could not be read; the list says why.</source>
        <translation>
            <numerusform>%n file could not be read; the list says why.</numerusform>
            <numerusform>%n files could not be read; the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::StatusSummary</name>
    <message numerus="yes">
        <source>%n servers listening</source>
        <translation>
            <numerusform>%n server listening</numerusform>
            <numerusform>%n servers listening</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::VerdictPanel</name>
    <message numerus="yes">
        <source>%n connections selected</source>
        <translation>
            <numerusform>%n connection selected</numerusform>
            <numerusform>%n connections selected</numerusform>
        </translation>
    </message>
</context>
</TS>
