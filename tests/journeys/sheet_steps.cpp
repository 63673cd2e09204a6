#include "journeys/sheet_steps.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds patience(60);

}

bool SheetSteps::until(const std::function<bool()> &condition)
{
    return m_desk.pilot().waitUntil(condition, patience);
}

bool SheetSteps::run()
{
    const bool done = write() && complete() && lookAtSheet() && signAndSave();
    std::printf("sheet     %s\n", done ? "completed, signed, on paper" : "FAILED");
    if (!done)
        m_desk.picture(u"sheet-failed"_s);
    return done;
}

/// Everything but the diagnosis.
bool SheetSteps::write()
{
    auto &app = m_desk.app();
    if (!m_desk.openFile(u"Sunita Rao"_s) || !until([&] { return app.patient()->loaded(); })
        || !app.writeRecord(u"prescription"_s) || !until([&] { return app.editor()->loaded(); }))
        return false;
    const QStringList line{u"Yogaraja Guggulu (योगराज गुग्गुलु)"_s, u"500 mg"_s, u"vati"_s, u"2 vati"_s, u"1-0-1"_s,
        u"after"_s, u"warm water"_s, u"15"_s, u"60 vati"_s, {}, u"Ayurveda"_s};
    for (int field = 0; field < int(line.size()); ++field)
        if (!line[field].isEmpty() && !app.editor()->write(1, 0, field, line[field]).isEmpty())
            return false;
    app.editor()->goOn();
    return until([&] { return app.page() == u"confirm" && app.confirmation()->missing()->musts()->count() == 1; });
}

bool SheetSteps::complete()
{
    auto &app = m_desk.app();
    m_desk.picture(u"sheet-1-missing"_s);
    app.confirmation()->fill(0);
    const auto atDiagnosis = [&] {
        const auto *field = m_desk.pilot().find(u"Diagnosis, line 1"_s);
        return field && field->hasActiveFocus();
    };
    if (!until(atDiagnosis))
        return false;
    m_desk.pilot().type(u"Sandhigata vata"_s);
    m_desk.picture(u"sheet-2-field"_s);
    m_desk.pilot().press(Qt::Key_F9);
    return until([&] { return app.page() == u"confirm" && app.confirmation()->loaded(); })
        && until([&] { return app.confirmation()->reason().isEmpty() && app.printing()->printable(); });
}

bool SheetSteps::lookAtSheet()
{
    m_desk.pilot().press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    if (!until([&] { return m_desk.app().printing()->pages() > 0 && m_desk.pilot().sees(u"The sheet, page 1"_s); }))
        return false;
    m_desk.picture(u"sheet-3-preview"_s);
    m_desk.pilot().press(Qt::Key_Escape);
    return until([&] { return !m_desk.pilot().sees(u"The sheet, page 1"_s); });
}

bool SheetSteps::signAndSave()
{
    auto &app = m_desk.app();
    m_desk.pilot().press(Qt::Key_F9);
    if (!until([&] { return app.page() == u"success" && app.printing()->printable() && app.printing()->isSigned(); }))
        return false;
    const auto file = QDir(m_folder).filePath(u"sheet-a5.pdf"_s);
    app.printing()->saveAs(QUrl::fromLocalFile(file));
    if (!until([&] { return app.printing()->again(); }))
        return false;
    m_desk.picture(u"sheet-4-printed"_s);
    if (const auto tool = QStandardPaths::findExecutable(u"pdftoppm"_s); !tool.isEmpty())
        QProcess::execute(tool, {u"-png"_s, u"-r"_s, u"110"_s, u"-singlefile"_s, file, file.chopped(4)});
    return true;
}

}
