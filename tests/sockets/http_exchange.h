#pragma once

#include "tests/tls/tls_client.h"

#include <QByteArray>
#include <QMap>

namespace sealport::test {

/// An HTTP answer as a client got it.
struct Answer {
    QByteArray status;
    QMap<QByteArray, QByteArray> fields; ///< names in lower case
    QByteArray body;
};

/// One answer, taken off the connection to its last octet and no further.
inline Answer readAnswer(TlsClient &client, bool hasBody = true)
{
    Answer answer;
    QByteArray head;
    while (!head.endsWith("\r\n\r\n")) {
        const QByteArray octet = client.read(1);
        if (octet.isEmpty())
            return answer;
        head += octet;
    }
    const QList<QByteArray> lines = head.trimmed().split('\n');
    answer.status = lines.front().trimmed();
    for (const QByteArray &line : lines.mid(1))
        answer.fields.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
    if (hasBody)
        answer.body = answer.fields.contains("content-length") ? client.read(answer.fields["content-length"].toInt())
                                                               : client.readToEnd();
    return answer;
}

} // namespace sealport::test
