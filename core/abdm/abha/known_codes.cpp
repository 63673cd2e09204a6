#include "abdm/abha/meaning.h"

namespace nadi::abdm::abha
{
namespace
{
using enum Meaning;

struct Group
{
    Meaning meaning;
    const char *codes; ///< separated by blanks; four digits are "ABDM-" codes
};

// abha-m1.md 1.8 and 6.4, abdm-v3-gateway.md 8.3, and the answers recorded in m1-operations.json.
constexpr Group groups[] = {
    {WrongOtp, "FIELD-otpValue FIELD-Message AUTH-FAILED HIS-2022"},
    {Locked, "1100"},
    {StepExpired, "1017 1052 1086 FIELD-txnId HIS-2031 HIS-2045"},
    {ProofExpired, "1065 1066 1084 1085 2401"},
    {NoSuchUser, "1001 1012 1114 1115 1211 NO-ACCOUNT"},
    {WrongIdentifier,
        "1005 1013 1014 1051 1055 1125 FIELD-loginId FIELD-mobile FIELD-ABHANumber FIELD-abhaAddress HIS-2001"},
    {NotActive, "1401 1403 1407"},
    {AddressTaken, "1101"},
    {AddressRules, "1170 FIELD-preferred"},
    {MobileFull, "1124"},
    {DetailsDiffer, "1036 1043 1203 1207 FIELD-districtCode FIELD-ProfilePhoto HIS-4055"},
    {AlreadyDone, "1002 1053 1064 1087 1090 1091 1092 1093 1095 1103 1104 1105 1106 1113 HIS-3021 HIS-5005"},
    {OtherMethod, "1204 K-547 FIELD-PID FIELD-pid FIELD-password FIELD-newPassword"},
    {Busy, "1022 2429"},
    {Down,
        "1000 1003 1004 1007 1008 1009 1011 1018 1019 1020 1024 1029 1034 1044 1045 1048 1108 1109 1200 1201 1202 "
        "1205 1402"},
    {NotAllowed,
        "900900 900901 900902 1021 1023 1025 1026 1027 1028 1033 1040 1094 1150 1227 2403 2500 HIS-3031 HIS-5011"},
    {WrongClock, "1016 2402"},
    {NotForUs, "1138 1157 1160"},
    {Defect,
        "1015 1030 1031 1032 1035 1037 1038 1039 1041 1042 1046 1047 1049 1050 1054 1056 1057 1059 1060 1061 1062 "
        "1063 1067 1080 1102 1107 1110 1111 1112 1149 2404 2406 HTTP-404 FIELD-scope FIELD-loginHint "
        "FIELD-authMethods FIELD-authMethod HIS-1002"},
};

QString spelled(const QString &word)
{
    const bool bare = word.size() == 4 && word.front().isDigit();
    return bare ? QStringLiteral("ABDM-") + word : word;
}
}

const QList<KnownCode> &knownCodes()
{
    static const auto codes = [] {
        QList<KnownCode> out;
        for (const auto &group : groups)
            for (const auto &word : QString::fromLatin1(group.codes).split(u' '))
                out.append({spelled(word), group.meaning});
        // Listed without a meaning of their own: the words decide, and without words nobody knows.
        out.append({QStringLiteral("ABDM-9999"), Unknown});
        out.append({QStringLiteral("ABDM-1006"), Unknown});
        out.append({QStringLiteral("ABDM-1010"), Unknown});
        return out;
    }();
    return codes;
}

}
