#include "options.h"

#include "crypto/key_store.h"

#include <QFile>

#include <cstdio>

namespace nadi::ctl
{
namespace
{
tl::unexpected<Error> wrongUse(const QString &why)
{
    return fail(ErrorKind::Invalid, QStringLiteral("CTL-USAGE"), why);
}
}

Result<Options> Options::parse(const QStringList &arguments, const QStringList &withValue)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &argument = arguments[i];
        if (!argument.startsWith(u"--")) {
            options.m_rest << argument;
            continue;
        }
        if (!withValue.contains(argument))
            return wrongUse(QStringLiteral("unknown option ") + argument);
        if (options.m_values.contains(argument) || i + 1 == arguments.size())
            return wrongUse(argument + QStringLiteral(" takes one value, once"));
        options.m_values.insert(argument, arguments[++i]);
    }
    return options;
}

Result<Settings> Options::settings() const
{
    return Settings::load(value(QStringLiteral("--settings")), QProcessEnvironment::systemEnvironment());
}

Result<Secret> readRecoveryKey(const QString &path)
{
    QFile file(path);
    const bool opened = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(
            ErrorKind::NotFound, QStringLiteral("CTL-FILE"), QStringLiteral("the recovery text cannot be read"));
    constexpr qint64 longest = 512;
    const Secret typed(file.read(longest));
    auto text = QString::fromUtf8(typed.reveal());
    auto key = crypto::fromRecoveryText(text);
    text.fill(u'\0');
    return key;
}

}
