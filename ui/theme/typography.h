#pragma once

#include <QFont>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// The type scale of look.md as ready fonts: family order for ten scripts, pixel size by scale.
class Typography : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(qreal scale READ scale WRITE setScale NOTIFY changed)
    Q_PROPERTY(QFont caption READ caption NOTIFY changed)
    Q_PROPERTY(QFont captionStrong READ captionStrong NOTIFY changed)
    Q_PROPERTY(QFont dense READ dense NOTIFY changed)
    Q_PROPERTY(QFont denseStrong READ denseStrong NOTIFY changed)
    Q_PROPERTY(QFont body READ body NOTIFY changed)
    Q_PROPERTY(QFont bodyStrong READ bodyStrong NOTIFY changed)
    Q_PROPERTY(QFont emphasis READ emphasis NOTIFY changed)
    Q_PROPERTY(QFont emphasisStrong READ emphasisStrong NOTIFY changed)
    Q_PROPERTY(QFont section READ section NOTIFY changed)
    Q_PROPERTY(QFont page READ page NOTIFY changed)
    Q_PROPERTY(QFont number READ number NOTIFY changed)

public:
    explicit Typography(QObject *parent = nullptr);
    qreal scale() const { return m_scale; }
    void setScale(qreal scale);

    QFont caption() const { return sans(12, QFont::Normal); }
    QFont captionStrong() const { return sans(12, QFont::DemiBold); }
    QFont dense() const { return sans(13, QFont::Normal); }
    QFont denseStrong() const { return sans(13, QFont::DemiBold); }
    QFont body() const { return sans(14, QFont::Normal); }
    QFont bodyStrong() const { return sans(14, QFont::DemiBold); }
    QFont emphasis() const { return sans(16, QFont::Normal); }
    QFont emphasisStrong() const { return sans(16, QFont::DemiBold); }
    QFont section() const { return sans(20, QFont::DemiBold); }
    QFont page() const;
    QFont number() const { return sans(40, QFont::DemiBold); }

Q_SIGNALS:
    void changed();

private:
    QFont sans(int pixels, QFont::Weight weight) const;
    qreal m_scale = 1.0;
};

}
