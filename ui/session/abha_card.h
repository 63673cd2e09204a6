#pragma once

#include "ui/session/page_controller.h"

#include <QImage>
#include <QUrl>

namespace nadi::ui
{

/// The ABHA card of one file, as the service drew it: to see, save and print, right after a proof or any day later.
class AbhaCard : public PageController
{
    Q_OBJECT
    Q_PROPERTY(QImage picture READ picture NOTIFY changed)
    Q_PROPERTY(QImage qr READ qr NOTIFY changed)
    /// When it was drawn; empty: not looked at yet.
    Q_PROPERTY(QString drawn READ drawn NOTIFY changed)
    /// The file holds none: no proof was made here, or the service gave none.
    Q_PROPERTY(bool none READ none NOTIFY changed)
    Q_PROPERTY(QString told READ told NOTIFY changed)

public:
    using PageController::PageController;

    QImage picture() const { return m_picture; }
    QImage qr() const { return m_qr; }
    QString drawn() const { return m_drawn; }
    bool none() const { return m_none; }
    QString told() const { return m_told; }

    /// Another file, or nobody's: nothing of the one before stays.
    void of(const PatientId &patient);
    /// What a proof has just brought; there is no need to read it again.
    void take(const QByteArray &card, const QByteArray &qr);

    /// Reads what the file holds; everybody who looks stands in the trail.
    Q_INVOKABLE void show();
    Q_INVOKABLE void save(const QUrl &file);
    /// To the default printer, or into `pdf` where one is named.
    Q_INVOKABLE void print(const QUrl &pdf = {});

Q_SIGNALS:
    void changed();

private:
    void tell(const QString &sentence);

    PatientId m_patient;
    QByteArray m_bytes;
    QImage m_picture;
    QImage m_qr;
    QString m_drawn;
    QString m_told;
    bool m_none = false;
};

}
