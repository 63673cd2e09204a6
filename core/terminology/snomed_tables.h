#pragma once

#include "terminology/snomed_files.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace nadi::terminology
{

struct SnomedConcept
{
    qint64 id = 0;
    int effectiveTime = 0; ///< YYYYMMDD
    bool active = false;
};

/// One name of a concept. Its letters lie in SnomedTables: a million small strings would cost three times the memory.
struct SnomedName
{
    enum class Kind : quint8 { PreferredHere, Preferred, Acceptable, FullySpecified };

    qint64 concept_ = 0;
    quint32 from = 0;
    quint16 size = 0;
    Kind kind = Kind::Acceptable;
};

/// What of an RF2 snapshot a search needs, in memory: about 150 MB for the International Edition.
class SnomedTables
{
public:
    using Progress = std::function<Done(qint64 read, qint64 size)>;
    static Result<SnomedTables> read(const SnomedFiles &files, const Progress &progress);

    /// By id. An id that several editions have counts as the newest of them says.
    const std::vector<SnomedConcept> &concepts() const { return m_concepts; }
    /// Active names by concept, preferred ones first.
    const std::vector<SnomedName> &names() const { return m_names; }
    QString term(const SnomedName &name) const;
    /// The last effectiveTime: the version of the release.
    int newest() const { return m_newest; }

private:
    struct Acceptability
    {
        qint64 description = 0;
        SnomedName::Kind kind = SnomedName::Kind::Acceptable;
    };
    Done readConcepts(const QString &path);
    Done readLanguage(const QString &path);
    Done readDescriptions(const QString &path);
    void sortConcepts();
    void sortAcceptabilities();
    const Acceptability *acceptabilityOf(qint64 description) const;
    Done note(qint64 bytes);

    const Progress *m_progress = nullptr;
    qint64 m_before = 0; ///< bytes of the files that are done
    qint64 m_size = 0;
    std::vector<SnomedConcept> m_concepts;
    std::vector<Acceptability> m_acceptabilities;
    std::vector<SnomedName> m_names;
    QByteArray m_letters;
    int m_newest = 0;
};

}
