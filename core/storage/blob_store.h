#pragma once

#include "storage/connection.h"

namespace nadi::storage
{

/// Page images and originals, up to 20 MB each: sealed once as a whole, kept in parts. Joins the caller's transaction.
class BlobStore
{
public:
    explicit BlobStore(Connection &db)
        : m_db(db)
    {
    }
    /// `name` is made of ids; it is also what the sealed bytes are bound to.
    Done put(const QString &name, QByteArrayView plain);
    Result<QByteArray> get(const QString &name) const;
    Done remove(const QString &name);

private:
    Connection &m_db;
};

}
