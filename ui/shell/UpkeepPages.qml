// Not Bound, for the reason in PageStack.
import QtQuick
import Nadi.Desk
import Nadi.Medicines
import Nadi.People
import Nadi.Shell

// The pages that keep the clinic in order: what needs a person, likely duplicates, registries, lists, consents.
QtObject {
    id: pages
    required property AppController app

    readonly property Component attention: Component {
        AttentionPage {
            attention: pages.app.attention
            onDuplicatesAsked: pages.app.openDuplicates()
            onConsentsAsked: pages.app.openConsents()
            onRegistryAsked: pages.app.openRegistry()
            onMedicineListsAsked: pages.app.openMedicineLists()
            onPatientOpened: patient => pages.app.openPatient(patient)
            onRepairAsked: patient => pages.app.openRepair(patient)
        }
    }
    readonly property Component duplicates: Component {
        DuplicatesPage { duplicates: pages.app.duplicates; onPairOpened: (one, other) => pages.app.openPair(one, other) }
    }
    readonly property Component merge: Component {
        MergePage { merging: pages.app.merging; onBack: pages.app.back() }
    }
    readonly property Component registry: Component {
        RegistryPage { registry: pages.app.registry; onBack: pages.app.back(); onLetterheadAsked: doctor => pages.app.openLetterhead(doctor) }
    }
    readonly property Component medicineLists: Component {
        MedicineListsPage { lists: pages.app.medicineLists; onBack: pages.app.back() }
    }
    readonly property Component consents: Component {
        ConsentsPage { consents: pages.app.consents; onBack: pages.app.back() }
    }
}
