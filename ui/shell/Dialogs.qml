// Not Bound: the Loader of Qt 6.4 makes its item in a context of its own and refuses bound components.
import QtQuick
import Nadi.Desk
import Nadi.People
import Nadi.Print
import Nadi.Shell

// What opens over the page, from anywhere; made when first asked for.
Item {
    id: dialogs
    required property AppController app
    signal registered(string patient, string name)

    function openIn(loader: Loader): var {
        loader.active = true;
        return loader.item;
    }
    function registerNew(name: string) { dialogs.openIn(registration).openWith(name); }
    function openScan() { dialogs.openIn(scan).open(); }
    function openHelp() { dialogs.openIn(help).open(); }
    function openPosters() {
        dialogs.app.openPosters();
        dialogs.openIn(posters).open();
    }

    function openPrint() {
        dialogs.app.previewSheet();
        dialogs.openIn(sheet).open();
    }

    Loader { id: sheet; active: false; sourceComponent: PrintDialog { printing: dialogs.app.printing } }
    Loader { id: letterhead; active: false; sourceComponent: LetterheadDialog { letterhead: dialogs.app.letterhead } }
    Loader { id: person; active: false; sourceComponent: PersonDialog { person: dialogs.app.person } }
    Connections {
        target: dialogs.app
        function onLetterheadAsked() { dialogs.openIn(letterhead).open(); }
        function onPersonAsked() { dialogs.openIn(person).open(); }
    }
    Loader { id: help; active: false; sourceComponent: HelpDialog {} }
    Loader { id: scan; active: false; sourceComponent: ScanDialog { onRead: text => dialogs.app.scan.read(text) } }
    Loader { id: posters; active: false; sourceComponent: PostersDialog { posters: dialogs.app.posters } }
    Loader {
        id: registration
        active: false
        sourceComponent: NewPatientDialog {
            registration: dialogs.app.registration
            onFileAsked: patient => dialogs.app.openPatient(patient)
            onAbhaAsked: create => dialogs.app.registerWithAbha(create)
        }
        Connections {
            target: dialogs.app.registration
            function onSaved(patient, name) { dialogs.registered(patient, name); }
        }
    }
}
