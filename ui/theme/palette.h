#pragma once

#include <QColor>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// The colour roles of look.md for one scheme. The only place in the project where a colour is written down.
class Palette : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Scheme scheme READ scheme WRITE setScheme NOTIFY changed)
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY changed)
    Q_PROPERTY(QColor surface MEMBER m_surface NOTIFY changed)
    Q_PROPERTY(QColor sunken MEMBER m_sunken NOTIFY changed)
    Q_PROPERTY(QColor line MEMBER m_line NOTIFY changed)
    Q_PROPERTY(QColor edge MEMBER m_edge NOTIFY changed)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY changed)
    Q_PROPERTY(QColor ink2 MEMBER m_ink2 NOTIFY changed)
    Q_PROPERTY(QColor ink3 MEMBER m_ink3 NOTIFY changed)
    Q_PROPERTY(QColor primary MEMBER m_primary NOTIFY changed)
    Q_PROPERTY(QColor primaryDown MEMBER m_primaryDown NOTIFY changed)
    Q_PROPERTY(QColor onPrimary MEMBER m_onPrimary NOTIFY changed)
    Q_PROPERTY(QColor tint MEMBER m_tint NOTIFY changed)
    Q_PROPERTY(QColor onTint MEMBER m_onTint NOTIFY changed)
    Q_PROPERTY(QColor accent MEMBER m_accent NOTIFY changed)
    Q_PROPERTY(QColor focus MEMBER m_focus NOTIFY changed)
    Q_PROPERTY(QColor rail MEMBER m_rail NOTIFY changed)
    Q_PROPERTY(QColor onRail MEMBER m_onRail NOTIFY changed)
    Q_PROPERTY(QColor railSel MEMBER m_railSel NOTIFY changed)
    Q_PROPERTY(QColor okF MEMBER m_okF NOTIFY changed)
    Q_PROPERTY(QColor okB MEMBER m_okB NOTIFY changed)
    Q_PROPERTY(QColor waitF MEMBER m_waitF NOTIFY changed)
    Q_PROPERTY(QColor waitB MEMBER m_waitB NOTIFY changed)
    Q_PROPERTY(QColor helpF MEMBER m_helpF NOTIFY changed)
    Q_PROPERTY(QColor helpB MEMBER m_helpB NOTIFY changed)
    Q_PROPERTY(QColor infoF MEMBER m_infoF NOTIFY changed)
    Q_PROPERTY(QColor infoB MEMBER m_infoB NOTIFY changed)
    Q_PROPERTY(QColor openF MEMBER m_openF NOTIFY changed)
    Q_PROPERTY(QColor openB MEMBER m_openB NOTIFY changed)
    Q_PROPERTY(QColor noneF MEMBER m_noneF NOTIFY changed)
    Q_PROPERTY(QColor noneB MEMBER m_noneB NOTIFY changed)
    Q_PROPERTY(QColor danger MEMBER m_danger NOTIFY changed)
    Q_PROPERTY(QColor onDanger MEMBER m_onDanger NOTIFY changed)
    Q_PROPERTY(QColor shade MEMBER m_shade NOTIFY changed)

public:
    enum Scheme { Light, Dark, HighContrast };
    Q_ENUM(Scheme)

    explicit Palette(QObject *parent = nullptr);
    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);

    /// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
    static double contrast(const QColor &a, const QColor &b);

Q_SIGNALS:
    void changed();

private:
    void fill();

    Scheme m_scheme = Light;
    QColor m_ground, m_surface, m_sunken, m_line, m_edge, m_ink, m_ink2, m_ink3;
    QColor m_primary, m_primaryDown, m_onPrimary, m_tint, m_onTint, m_accent, m_focus, m_rail, m_onRail, m_railSel;
    QColor m_okF, m_okB, m_waitF, m_waitB, m_helpF, m_helpB, m_infoF, m_infoB, m_openF, m_openB, m_noneF, m_noneB;
    QColor m_danger, m_onDanger, m_shade;
};

}
