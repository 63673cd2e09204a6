#include "secret_digits.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace nadi::ui
{
namespace
{
// An Aadhaar number with blanks fits; nothing longer is looked at.
constexpr qsizetype longestPaste = 32;
constexpr int reservedBytes = 32;
constexpr int unmaskedAtEnd = 4;
}

SecretDigits::SecretDigits(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    m_digits.reserve(reservedBytes);
    setAcceptedMouseButtons(Qt::LeftButton);
    setFlag(ItemAcceptsInputMethod);
    setActiveFocusOnTab(true);
    connect(this, &SecretDigits::styleChanged, this, [this] { update(); });
    connect(this, &SecretDigits::countChanged, this, [this] { update(); });
}

SecretDigits::~SecretDigits()
{
    Secret::wipe(m_digits);
}

Secret SecretDigits::peek() const
{
    return Secret(QByteArray(m_digits.constData(), m_digits.size()));
}

void SecretDigits::clear()
{
    if (m_digits.isEmpty())
        return;
    Secret::wipe(m_digits);
    m_digits.clear();
    m_digits.reserve(reservedBytes);
    Q_EMIT countChanged();
}

void SecretDigits::add(QStringView typed)
{
    const int before = count();
    for (const QChar c : typed.left(longestPaste))
        if (const int digit = c.digitValue(); digit >= 0 && !full())
            m_digits.append(char('0' + digit));
    if (count() != before)
        Q_EMIT countChanged();
}

void SecretDigits::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        auto text = QGuiApplication::clipboard()->text();
        add(text);
        text.fill(u' ');
    } else if (event->key() == Qt::Key_Backspace && !m_digits.isEmpty()) {
        m_digits.data()[m_digits.size() - 1] = '\0';
        m_digits.chop(1);
        Q_EMIT countChanged();
    } else if (event->key() == Qt::Key_Delete) {
        clear();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT accepted();
    } else if (const auto text = event->text(); !text.isEmpty() && text.at(0).digitValue() >= 0
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        add(text);
    } else {
        event->ignore();
        return;
    }
    event->accept();
}

void SecretDigits::inputMethodEvent(QInputMethodEvent *event)
{
    add(event->commitString());
    event->accept();
}

QVariant SecretDigits::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return true;
    case Qt::ImHints:
        return int(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    // What an input method could learn from stays empty.
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
        return QString();
    default:
        return QQuickPaintedItem::inputMethodQuery(query);
    }
}

void SecretDigits::focusOutEvent(QFocusEvent *event)
{
    // Looking at another window for a moment is not leaving.
    if (m_clearsOnLeave && event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        clear();
    QQuickPaintedItem::focusOutEvent(event);
    update();
}

void SecretDigits::mousePressEvent(QMouseEvent *event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    event->accept();
}

QChar SecretDigits::shown(int index) const
{
    if (index >= count())
        return u'–';
    const bool hidden = m_masked && (!full() || index < m_capacity - unmaskedAtEnd);
    return hidden ? QChar(u'•') : QChar(QLatin1Char(m_digits.at(index)));
}

void SecretDigits::paint(QPainter *painter)
{
    painter->setFont(m_font);
    const QFontMetricsF metrics(m_font);
    const qreal cell = metrics.horizontalAdvance(QLatin1Char('0')) * 1.25;
    qreal x = 0;
    for (int i = 0; i < m_capacity; ++i) {
        painter->setPen(i < count() ? m_ink : m_emptyInk);
        painter->drawText(QRectF(x, 0, cell, height()), Qt::AlignCenter, QString(shown(i)));
        if (i == count() && hasActiveFocus())
            painter->fillRect(QRectF(x, height() * 0.8, cell, 2), m_ink);
        x += cell;
        if (m_grouping > 0 && (i + 1) % m_grouping == 0)
            x += cell * 0.6;
    }
}

}
