<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AbhaWords</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds left</comment>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddedFiles</name>
    <message numerus="yes">
        <source>It would have %n page(s).</source>
        <translation>
            <numerusform>It would have %n page.</numerusform>
            <numerusform>It would have %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaySlots</name>
    <message numerus="yes">
        <source>%1  ·  %n free</source>
        <translation>
            <numerusform>%1  ·  %n free</numerusform>
            <numerusform>%1  ·  %n free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetachDialog</name>
    <message numerus="yes">
        <source>%n record(s) were linked outside and cannot be pulled back:</source>
        <translation>
            <numerusform>%n record was linked outside and cannot be pulled back:</numerusform>
            <numerusform>%n records were linked outside and cannot be pulled back:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorPages</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentifierWords</name>
    <message numerus="yes">
        <source>%n record(s) linked</source>
        <translation>
            <numerusform>%n record linked</numerusform>
            <numerusform>%n records linked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message numerus="yes">
        <source>Working without the health network. %n record(s) saved here, sent when the internet is back.</source>
        <translation>
            <numerusform>Working without the health network. %n record saved here, sent when the internet is back.</numerusform>
            <numerusform>Working without the health network. %n records saved here, sent when the internet is back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientPage</name>
    <message numerus="yes">
        <source>%n in this file</source>
        <translation>
            <numerusform>%n in this file</numerusform>
            <numerusform>%n in this file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentToday</name>
    <message numerus="yes">
        <source>%n opened in the app</source>
        <translation>
            <numerusform>%n opened in the app</numerusform>
            <numerusform>%n opened in the app</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visible in the app</source>
        <translation>
            <numerusform>%n visible in the app</numerusform>
            <numerusform>%n visible in the app</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to confirm</source>
        <translation>
            <numerusform>%n waiting to confirm</numerusform>
            <numerusform>%n waiting to confirm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharesCard</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShrinkDialog</name>
    <message numerus="yes">
        <source>First of %n page(s). Look whether it still reads well.</source>
        <translation>
            <numerusform>Look whether the page still reads well.</numerusform>
            <numerusform>The first of %n pages. Look whether it still reads well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::BookingController</name>
    <message numerus="yes">
        <source>%1: %n free</source>
        <translation>
            <numerusform>%1: %n free</numerusform>
            <numerusform>%1: %n free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::ConfirmController</name>
    <message numerus="yes">
        <source>%n page(s) in screen quality; the original stays in this clinic</source>
        <translation>
            <numerusform>%n page in screen quality; the original stays in this clinic</numerusform>
            <numerusform>%n pages in screen quality; the originals stay in this clinic</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, %n page(s)</source>
        <translation>
            <numerusform>%1 of %2, %n page</numerusform>
            <numerusform>%1 of %2, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::ConsentsController</name>
    <message numerus="yes">
        <source>%n records left</source>
        <translation>
            <numerusform>%n record left</numerusform>
            <numerusform>%n records left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::DayBoardController</name>
    <message numerus="yes">
        <source>%n booked</source>
        <translation>
            <numerusform>%n booked</numerusform>
            <numerusform>%n booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seen</source>
        <translation>
            <numerusform>%n seen</numerusform>
            <numerusform>%n seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), oldest %1</source>
        <translation>
            <numerusform>%n record, oldest %1</numerusform>
            <numerusform>%n records, oldest %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <comment>of patients&apos; apps</comment>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::IdentityController</name>
    <message numerus="yes">
        <source>The ABHA is detached. %n record(s) linked outside cannot be pulled back.</source>
        <translation>
            <numerusform>The ABHA is detached. %n record linked outside cannot be pulled back.</numerusform>
            <numerusform>The ABHA is detached. %n records linked outside cannot be pulled back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::MedicineListsController</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records signed under it</source>
        <translation>
            <numerusform>%n record signed under it</numerusform>
            <numerusform>%n records signed under it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::MergeController</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) on the way go on under this file</source>
        <translation>
            <numerusform>%n record on the way goes on under this file</numerusform>
            <numerusform>%n records on the way go on under this file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s), which then find this file</source>
        <translation>
            <numerusform>%n number, which then finds this file</numerusform>
            <numerusform>%n numbers, which then find this file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::MissingPanel</name>
    <message numerus="yes">
        <source>%n thing(s) must be said before it is signed</source>
        <translation>
            <numerusform>%n thing must be said before it is signed</numerusform>
            <numerusform>%n things must be said before it is signed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::NetworkWatch</name>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute fast.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes fast.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute slow.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes slow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::PatientController</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::RecordReadController</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::SharesController</name>
    <message numerus="yes">
        <source>scanned %n times</source>
        <translation>
            <numerusform>scanned %n time</numerusform>
            <numerusform>scanned %n times</numerusform>
        </translation>
    </message>
</context>
</TS>
