#include "terminology/licence_notice.h"

namespace nadi::terminology
{
namespace
{
const QString whoIcd11 = QStringLiteral("ICD-11 © World Health Organization. Licence CC BY-ND 3.0 IGO.");
const QString ayush = QStringLiteral("National Morbidity Codes (%1), Ministry of Ayush, Government of India, NAMASTE"
                                     " portal. No licence text was found: use it as the portal allows, and do not pass"
                                     " it on.");
}

QString licenceNotice(CodeSystem system)
{
    switch (system) {
    case CodeSystem::Snomed:
        return QStringLiteral(
            "This material includes SNOMED Clinical Terms® (SNOMED CT®) which is used by permission of SNOMED"
            " International. All rights reserved. SNOMED CT® was originally created by the College of American"
            " Pathologists. 'SNOMED' and 'SNOMED CT' are registered trademarks of SNOMED International. Each"
            " organisation that uses a release needs an Affiliate Licence, free of charge in India, and files a"
            " yearly statement of use.");
    case CodeSystem::Loinc:
        return QStringLiteral(
            "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute,"
            " Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no"
            " cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of"
            " Regenstrief Institute, Inc.");
    case CodeSystem::Icd10:
        return QStringLiteral("ICD-10 © World Health Organization. WHO does not permit plain redistribution; the site"
                              " holds the licence for the list it imports.");
    case CodeSystem::Namaste:
        return ayush.arg(QStringLiteral("Ayurveda")) + u' ' + whoIcd11;
    case CodeSystem::Siddha:
        return ayush.arg(QStringLiteral("Siddha"));
    case CodeSystem::Unani:
        return ayush.arg(QStringLiteral("Unani"));
    case CodeSystem::Icd11Tm2:
        return whoIcd11;
    }
    return {};
}

}
