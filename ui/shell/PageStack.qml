// Not Bound: the Loader of Qt 6.4 makes its item in a context of its own and refuses bound components.
import QtQuick
import Nadi.Theme
import Nadi.Desk
import Nadi.Doctor
import Nadi.Flow
import Nadi.Identity
import Nadi.People
import Nadi.Shell

// The open page. Only that one exists; what a page knows lives in its controller, so coming back finds it again.
FocusScope {
    id: stack
    required property AppController app
    readonly property Item page: loader.item
    signal searchAsked()
    signal newPatientAsked()
    signal postersAsked()
    signal scanAsked()
    signal printAsked()

    Loader {
        id: loader
        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (stack.app.page) {
            case "patient": return patientPage;
            case "attention": return upkeep.attention;
            case "duplicates": return upkeep.duplicates;
            case "merge": return upkeep.merge;
            case "identity": return identityPage;
            case "consents": return upkeep.consents;
            case "registry": return upkeep.registry;
            case "medicine-lists": return upkeep.medicineLists;
            case "repair": return repairPage;
            case "shares": return sharesPage;
            case "share": return sharePage;
            case "booking": return bookingPage;
            case "link-check": return linkCheckPage;
            case "abha": return abhaPage;
            case "add": return addPage;
            case "write": return writePage;
            case "read": return readPage;
            case "confirm": return confirmPage;
            case "success": return successPage;
            default: return homePage;
            }
        }
        onLoaded: {
            loader.item.forceActiveFocus();
            entering.restart();
        }
        NumberAnimation on opacity { id: entering; from: 0.4; to: 1; duration: Theme.motion.page; easing.type: Easing.OutCubic }
    }

    UpkeepPages { id: upkeep; app: stack.app }
    Component {
        id: homePage
        HomePage {
            board: stack.app.board
            shares: stack.app.shares
            onShareOpened: share => stack.app.openShare(share)
            onSharesAsked: stack.app.openShares()
            onPatientOpened: patient => stack.app.openPatient(patient)
            onAttentionOpened: stack.app.openAttention()
            onBookAsked: stack.searchAsked()
            onAddAsked: stack.searchAsked()
            onNewPatientAsked: stack.newPatientAsked()
        }
    }
    Component {
        id: patientPage
        PatientPage {
            file: stack.app.patient
            onRecordOpened: (record, draft) => stack.app.openRecord(record, draft)
            onRecordPointed: record => stack.app.pointAtRecord(record)
            onAddAsked: stack.app.addPrescription()
            onWriteAsked: kind => kind === "" ? kinds.open() : stack.app.writeRecord(kind)
            onIdentityAsked: stack.app.openIdentity()
            onConsentsAsked: stack.app.openPatientConsents()
            onAbhaAsked: stack.app.openAbha(false)
            onRepairAsked: stack.app.openRepair("")
            onBookAsked: stack.app.book("")
            onMoveAsked: appointment => stack.app.moveVisit(appointment)
        }
    }
    Component {
        id: identityPage
        IdentityPage { identity: stack.app.identity; patient: stack.app.patient.patient; onBack: stack.app.back() }
    }
    Component {
        id: repairPage
        RepairPage { repair: stack.app.repair; onBack: stack.app.back(); onVerifyAsked: stack.app.openAbha(false) }
    }
    Component {
        id: sharesPage
        SharesPage {
            shares: stack.app.shares
            onShareOpened: share => stack.app.openShare(share)
            onNewPatientAsked: stack.newPatientAsked()
            onPostersAsked: stack.postersAsked()
        }
    }
    Component {
        id: sharePage
        SharePage { share: stack.app.share; onBack: stack.app.back() }
    }
    Component {
        id: bookingPage
        BookingPage { booking: stack.app.booking; onBack: stack.app.back() }
    }
    Component {
        id: linkCheckPage
        LinkCheckPage { check: stack.app.linkCheck; onBack: stack.app.back(); onGoOn: stack.app.goOnFromLinkCheck(); onAbhaAsked: create => stack.app.openAbha(create) }
    }
    Component {
        id: abhaPage
        AbhaPage { abha: stack.app.abha; onBack: stack.app.back(); onScanAsked: stack.scanAsked() }
    }
    Component {
        id: addPage
        AddPrescriptionPage { add: stack.app.add; onBack: stack.app.back() }
    }
    Component {
        id: writePage
        RecordEditorPage { editor: stack.app.editor; onBack: stack.app.back() }
    }
    Component {
        id: readPage
        RecordReadPage { reading: stack.app.reading; printing: stack.app.printing; onPrintAsked: stack.printAsked(); onBack: stack.app.back(); onAmendAsked: reason => stack.app.amendRecord(reason) }
    }
    Component {
        id: confirmPage
        ConfirmPage { confirmation: stack.app.confirmation; printing: stack.app.printing; onPreviewAsked: stack.printAsked(); onBack: stack.app.back() }
    }
    Component {
        id: successPage
        SuccessPage { success: stack.app.success; printing: stack.app.printing; onPrintAsked: stack.printAsked(); onReadAsked: stack.app.readRecord(); onNextPatient: stack.app.goHome(); onRepairAsked: stack.app.openRepair("") }
    }
    KindDialog { id: kinds; onChosen: kind => stack.app.writeRecord(kind) }
}
