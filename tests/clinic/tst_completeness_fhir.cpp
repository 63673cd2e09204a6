#include "clinic/prescribing/completeness.h"
#include "fhir/samples/sample_parts.h"
#include "fhir/samples/samples.h"
#include "support/whole_prescription.h"
#include "ui/forms/record_forms.h"

#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

const ui::FormContext context{QDate(2026, 11, 21), u"Asia/Kolkata"_s};

const QStringList &kinds()
{
    static const QStringList all{u"prescription"_s, u"consultation"_s, u"lab"_s, u"imaging"_s, u"discharge"_s,
        u"immunization"_s, u"wellness"_s, u"invoice"_s};
    return all;
}

/// A document of these contents; the people of the samples lack nothing.
Result<QByteArray> document(fhir::DocumentInput input, const RecordContent &content)
{
    input.content = content;
    for (auto &attachment : input.attachments) { // a source gives its bytes once
        const auto bytes = fhir::samples::onePagePdf();
        attachment = {u"application/pdf"_s, bytes.size(), fhir::bytesOf(bytes), attachment.title};
    }
    return fhir::writeDocument(input);
}

fhir::DocumentInput peopleFor(const RecordContent &content)
{
    for (const auto &sample : fhir::sampleDocuments())
        if (sample.name.endsWith(u"-typical") && sample.input.content.index() == content.index())
            return sample.input;
    return {};
}

/// What completeness lets through is written by the document writer: nothing is signed that could not be sent.
QString betrayal(const fhir::DocumentInput &input, const RecordContent &content)
{
    if (isEmpty(content))
        return {}; // REC-EMPTY
    auto facts = test::wholeSheet(content);
    facts.pages = int(input.attachments.size());
    if (!clinic::maySign(clinic::missingIn(facts)))
        return {};
    const auto written = document(input, content);
    return written ? QString() : written.error().code + u' ' + written.error().detail;
}

/// One of these is taken by every field.
const QStringList &entries()
{
    static const QStringList all{u"12"_s, u"21-11-2026"_s, u"21-11-2026 10:30"_s};
    return all;
}

bool fill(const ui::FormSection &section, RecordContent &content, int row, int field)
{
    const auto &spec = section.fields()[field];
    if (spec.kind == ui::FieldKind::Choice)
        return section.write(content, row, field, spec.options.constLast()).isEmpty();
    return std::ranges::any_of(
        entries(), [&](const QString &text) { return section.write(content, row, field, text).isEmpty(); });
}

}

/// The table of completeness beside the document writer, over everything that the forms can type.
class TstCompletenessFhir : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverIsTakenAwayIsMissedOrCanBeDoneWithout_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto &kind : kinds())
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void whateverIsTakenAwayIsMissedOrCanBeDoneWithout()
    {
        QFETCH(QString, kind);
        const auto input = peopleFor(ui::emptyContent(kind));
        const auto form = ui::formFor(input.content, context);
        QVERIFY(!form.empty());
        int tried = 0;
        for (const auto &section : form)
            for (int row = 0; row < section->rows(input.content); ++row)
                for (int field = 0; field < section->fields().size(); ++field) {
                    auto content = input.content;
                    if (!section->write(content, row, field, {}).isEmpty())
                        continue; // the form does not let it be emptied
                    ++tried;
                    const auto wrong = betrayal(input, ui::withoutBlanks(content, form));
                    QVERIFY2(wrong.isEmpty(),
                        qPrintable(section->key + u' ' + section->fields()[field].key + u": "_s + wrong));
                }
        QVERIFY(tried > 0);
    }

    void whateverIsTypedAloneIsAskedForMoreOrEnough_data() { whateverIsTakenAwayIsMissedOrCanBeDoneWithout_data(); }
    void whateverIsTypedAloneIsAskedForMoreOrEnough()
    {
        QFETCH(QString, kind);
        const auto empty = ui::emptyContent(kind);
        auto input = peopleFor(empty);
        if (kind != u"imaging")
            input.attachments.clear();
        const auto form = ui::formFor(empty, context);
        for (const auto &section : form) {
            auto begun = empty;
            if (section->isList())
                section->add(begun);
            for (int field = 0; field < section->fields().size(); ++field) {
                auto content = begun;
                QVERIFY2(fill(*section, content, 0, field), qPrintable(section->fields()[field].key));
                const auto wrong = betrayal(input, ui::withoutBlanks(content, form));
                QVERIFY2(
                    wrong.isEmpty(), qPrintable(section->key + u' ' + section->fields()[field].key + u": "_s + wrong));
            }
        }
    }

    /// Where the action leads is a field of that kind's form.
    void everyActionLeadsToAField_data() { whateverIsTakenAwayIsMissedOrCanBeDoneWithout_data(); }
    void everyActionLeadsToAField()
    {
        QFETCH(QString, kind);
        auto content = ui::emptyContent(kind);
        const auto form = ui::formFor(content, context);
        for (const auto &section : form)
            if (section->isList())
                section->add(content);
        auto facts = test::wholeSheet(content);
        facts.patient.birth.year = 2016; // a girl of ten … and her weight
        auto missing = clinic::missingIn(facts);
        facts.patient.birth.year = 1990;
        missing += clinic::missingIn(facts);
        facts.content = ui::emptyContent(kind);
        missing += clinic::missingIn(facts);
        for (const auto &one : missing) {
            if (one.leads != clinic::Leads::Form)
                continue;
            const auto section = std::ranges::find(form, one.section, [](const auto &part) { return part->key; });
            QVERIFY2(section != form.end(), qPrintable(one.what + u" leads to "_s + one.section));
            const auto &fields = (*section)->fields();
            QVERIFY2(std::ranges::find(fields, one.field, &ui::FieldSpec::key) != fields.end(),
                qPrintable(one.what + u" leads to "_s + one.section + u'.' + one.field));
        }
    }
};

QTEST_GUILESS_MAIN(TstCompletenessFhir)
#include "tst_completeness_fhir.moc"
