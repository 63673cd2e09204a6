#pragma once

#include "domain/content/record_content.h"
#include "domain/ids.h"
#include "storage/connection.h"

namespace nadi::storage
{

/// A medicine line a doctor has signed before, each different one once.
struct PrescribedLine
{
    MedicineLine line;
    bool favourite = false;
    int uses = 0;
    UtcTime usedAt;
};

/// A record to begin from, by its name.
struct ContentTemplate
{
    QString id;
    DoctorId doctor;
    QString name;
    RecordContent content;
};

/// What a doctor writes again: lines and templates, sealed. Joins the caller's transaction.
class PrescribedRepository
{
public:
    explicit PrescribedRepository(Connection &db)
        : m_db(db)
    {
    }
    /// One use more of this line.
    Done remember(const DoctorId &doctor, const MedicineLine &line, UtcTime now);
    Done setFavourite(const DoctorId &doctor, const MedicineLine &line, bool favourite, UtcTime now);
    /// Favourites first, then the most used, then the newest; at most `limit`.
    Result<QList<PrescribedLine>> lines(const DoctorId &doctor, int limit) const;

    /// Replaces the one with the same id.
    Done save(const ContentTemplate &one, UtcTime now);
    Done removeTemplate(const QString &id);
    /// Newest first.
    Result<QList<ContentTemplate>> templates(const DoctorId &doctor) const;

private:
    Connection &m_db;
};

}
