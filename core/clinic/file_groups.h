#pragma once

#include "domain/person.h"

#include <QHash>

#include <cstdint>
#include <vector>

namespace nadi::clinic
{

/// Files that share something which two files of one person would share; so that looking for duplicates never compares
/// everybody with everybody.
class FileGroups
{
public:
    void put(uint32_t position, const Patient &patient);
    void drop(uint32_t position, const Patient &patient);
    /// Positions that share a group with `patient`, each once, in order.
    std::vector<uint32_t> near(const Patient &patient) const;
    void clear() { m_groups.clear(); }

private:
    QHash<QByteArray, std::vector<uint32_t>> m_groups;
};

}
