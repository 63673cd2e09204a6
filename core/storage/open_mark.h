#pragma once

#include "common/result.h"

#include <QString>

#include <memory>

namespace nadi::storage
{

/// Beside a SQLite file, `<file>-open` says whether the last program that had it open has closed it. Everyone who has
/// the database open holds a shared lock on it; who gets it alone is the first or the last. The first after an unclean
/// end checks the file while the others wait (S-B2).
class OpenMark
{
public:
    /// Waits while another program checks. DB-CORRUPT when that one found damage.
    static Result<std::unique_ptr<OpenMark>> take(const QString &database);
    /// The last one to leave a sound file marks it closed. The database must be closed by then.
    ~OpenMark();
    OpenMark(const OpenMark &) = delete;
    OpenMark &operator=(const OpenMark &) = delete;

    bool mustCheck() const { return m_mustCheck; }
    /// An earlier check found damage; what it found is kept already.
    bool wasDamaged() const { return m_wasDamaged; }
    /// The check is over: lets the others in, or keeps everybody out until a check finds nothing.
    void sound();
    void damaged();

private:
    explicit OpenMark(int file)
        : m_file(file)
    {
    }
    Done begin();
    void letOthersIn();

    int m_file;
    bool m_mustCheck = false;
    bool m_wasDamaged = false;
    bool m_isSound = false;
};

}
