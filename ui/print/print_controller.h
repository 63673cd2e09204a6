#pragma once

#include "clinic/printing.h"
#include "print/paper.h"
#include "ui/session/page_controller.h"

#include <QtQml/qqmlregistration.h>

#include <memory>

namespace nadi::print
{
class Pages;
}

namespace nadi::ui
{

/// The printed sheet of the record that is open: its preview, the way to paper, and what became of the last print
/// (FD-10, B47).
class PrintController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    /// There is a sheet for this record.
    Q_PROPERTY(bool printable READ printable NOTIFY changed)
    Q_PROPERTY(bool isSigned READ isSigned NOTIFY changed)
    Q_PROPERTY(QString paper READ paper WRITE setPaper NOTIFY changed)
    Q_PROPERTY(QStringList printers READ printers NOTIFY printersChanged)
    Q_PROPERTY(QString printer READ printer WRITE setPrinter NOTIFY printersChanged)
    Q_PROPERTY(int copies READ copies WRITE setCopies NOTIFY changed)
    Q_PROPERTY(int pages READ pages NOTIFY previewChanged)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY previewChanged)
    Q_PROPERTY(QString preview READ preview NOTIFY previewChanged)
    /// The last print in a few words, with its standing; empty when nothing was printed.
    Q_PROPERTY(QString jobText READ jobText NOTIFY changed)
    Q_PROPERTY(int standing READ standing NOTIFY changed)
    Q_PROPERTY(QString jobProblem READ jobProblem NOTIFY changed)
    /// The next print is marked as one more of what is out already.
    Q_PROPERTY(bool again READ again NOTIFY changed)

public:
    explicit PrintController(UiServices &services, QObject *parent = nullptr);
    ~PrintController() override;

    bool printable() const;
    bool isSigned() const { return m_facts.record.state == RecordState::Signed; }
    QString paper() const { return print::toWord(m_paper); }
    void setPaper(const QString &paper);
    QStringList printers() const { return m_printers; }
    QString printer() const { return m_printer; }
    void setPrinter(const QString &printer);
    int copies() const { return m_copies; }
    void setCopies(int copies);
    int pages() const;
    int page() const { return m_page; }
    void setPage(int page);
    QString preview() const { return m_preview; }
    QString jobText() const;
    int standing() const;
    QString jobProblem() const;
    bool again() const { return clinic::printedBefore(m_facts.jobs) > 0; }
    const RecordId &record() const { return m_record; }

    /// Follows the record that is open; none: forgets the last one.
    void follow(const RecordId &record);
    /// A draft that is being confirmed says what the doctor says now.
    void setStatement(std::optional<TeleMode> mode);
    /// Draws the preview and looks for printers.
    Q_INVOKABLE void show();
    /// On the usual paper and printer, without asking (Ctrl+P).
    Q_INVOKABLE void printNow();
    /// As chosen in the dialog.
    Q_INVOKABLE void print();
    Q_INVOKABLE void saveAs(const QUrl &file);

Q_SIGNALS:
    void changed();
    void printersChanged();
    void previewChanged();
    void sent(); ///< the dialog has done its work
    void told(const QString &sentence);

private:
    struct Way;
    void take(const clinic::PrintFacts &facts);
    void drawPreview();
    void go(const Way &way);
    void finish(const PrintJob &job, const Done &outcome);
    Done whyNot() const;

    RecordId m_record;
    clinic::PrintFacts m_facts;
    std::optional<TeleMode> m_mode; ///< of a draft
    print::Paper m_paper;
    QStringList m_printers;
    QString m_printer;
    int m_copies = 1;
    std::shared_ptr<const print::Pages> m_pages;
    int m_page = 0;
    QString m_preview;
    bool m_shown = false;
    int m_drawing = 0; ///< newest preview asked for: older ones are dropped
};

}
