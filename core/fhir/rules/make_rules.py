#!/usr/bin/env python3
"""Writes the checker's rule tables (r4_elements.inc, nrces_profiles.inc, nrces_rules.inc,
nrces_slices.inc, value_sets.inc) from FHIR definitions.

    make_rules.py SHARED_DIR

SHARED_DIR holds fixtures/fhir-r4 (R4 4.0.1, CC0) and fixtures/nrces/ndhm.in-6.5.0. Run it when the guide has a new version and
read the difference: each row is one rule.
"""
import glob
import json
import os
import re
import sys

R4_TYPES = """Bundle Composition Patient Practitioner PractitionerRole Organization Encounter Condition Observation Procedure
AllergyIntolerance FamilyMemberHistory ServiceRequest Appointment CarePlan Specimen DiagnosticReport ImagingStudy Media
MedicationRequest MedicationStatement Medication Immunization ImmunizationRecommendation DocumentReference Binary Invoice
ChargeItem Location RelatedPerson Device CareTeam Goal Group""".split()
# Identifier.type, Bundle.entry and the like are checked wherever they occur, so the walk needs every data type.
SKIPPED_TYPES = {"ElementDefinition"}
PROFILES_LEFT_OUT = re.compile(r"^(Claim|Coverage|Insurance|Task|Payment|Communication)")
# A value set with more codes than this is not worth carrying: the languages, the currencies, the MIME types.
MOST_CODES = 80
NRCES = "https://nrces.in/ndhm/fhir/r4/StructureDefinition/"


def load(pattern):
    return [json.load(open(f)) for f in sorted(glob.glob(pattern))]


def number(text):
    return -1 if text == "*" else int(text)


def type_word(t, profile_types):
    code = t["code"].split("/")[-1].replace("System.", "")
    code = {"String": "string"}.get(code, code)
    targets = []
    for url in t.get("targetProfile", []):
        name = url.split("/")[-1]
        targets.append(profile_types.get(name, name) if url.startswith(NRCES) else name)
    targets = sorted(set(targets) - {"Resource"})
    return f"{code}({','.join(targets)})" if targets else code


def types_of(element, profile_types):
    if "contentReference" in element:
        return "#" + element["contentReference"].split("#")[-1]
    if element.get("base", {}).get("path") == "Resource.id":
        return "id"  # R4 spells it as System.String with an extension
    words = [type_word(t, profile_types) for t in element.get("type", [])]
    if words in (["BackboneElement"], ["Element"]):
        return "."
    return "|".join(words)


def required_set(element):
    binding = element.get("binding", {})
    return binding.get("valueSet", "").split("|")[0] if binding.get("strength") == "required" else ""


def short(url):
    return url.split("/")[-1]


def fixed_of(element):
    for key, value in element.items():
        if key.startswith("fixed"):
            return value if isinstance(value, str) else json.dumps(value)
        if key.startswith("pattern"):
            raise SystemExit(f"pattern in {element['id']}: teach the checker about it first")
    return ""


def row(*cells):
    def cell(c):
        return str(c) if isinstance(c, int) else json.dumps(c, ensure_ascii=True)
    return "{" + ", ".join(cell(c) for c in cells) + "},\n"


def write(name, head, rows):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "w") as out:
        out.write("// Written by make_rules.py: do not edit. " + head + "\n")
        out.writelines(rows)


def main(shared):
    core = {d["id"]: d for d in load(f"{shared}/fixtures/fhir-r4/StructureDefinition/*.json")}
    guide = {short(d["url"]): d for d in load(f"{shared}/fixtures/nrces/ndhm.in-6.5.0/StructureDefinition/*.json")}
    profile_types = {name: d["type"] for name, d in guide.items()}
    expansions = {}
    for line in json.load(open(f"{shared}/fixtures/fhir-r4/valueset-expansions.json")):
        lists = line["systems"].values()
        if line["complete"] and lists and "*" not in lists:
            expansions[line["valueSet"]] = sorted({entry[0] for codes in lists for entry in codes})

    base, used_sets = {}, set()
    for name, d in sorted(core.items()):
        if d["kind"] == "complex-type" and name not in SKIPPED_TYPES and d.get("derivation") != "constraint" or name in R4_TYPES:
            for e in d["snapshot"]["element"]:
                base[e["path"]] = e
    rows = []
    for path, e in sorted(base.items(), key=lambda item: item[0].rpartition(".")):
        owner, dot, name = path.rpartition(".")
        if dot:
            binding = required_set(e)
            binding = binding if len(expansions.get(binding, "")) in range(1, MOST_CODES) else ""
            used_sets.add(binding)
            rows.append(row(owner, name, e["min"], number(e["max"]), types_of(e, {}), short(binding)))
    write("r4_elements.inc", "owner, element, min, max (-1: any), types, required value set. FHIR R4 4.0.1.", rows)

    rules, slices, profiles = [], [], []
    for profile, d in sorted(guide.items()):
        if PROFILES_LEFT_OUT.match(profile) or d["type"] not in R4_TYPES:
            continue
        profiles.append(row(profile, d["type"]))
        elements = {e["id"]: e for e in d["snapshot"]["element"]}
        for id_, e in elements.items():
            if "." not in id_ or e["id"].endswith((".id", ".extension", ".modifierExtension")) or ":BrandName" in id_:
                continue
            slicing = e.get("slicing")
            if slicing and slicing["discriminator"][0]["type"] in ("value", "pattern"):
                by = slicing["discriminator"][0]["path"]
                for sliced, s in elements.items():
                    if sliced.startswith(id_ + ":") and "." not in sliced[len(id_):]:
                        found = fixed_of(elements.get(f"{sliced}.{by}", {}))
                        where = id_.split(".", 1)[1]
                        slices.append(row(profile, where, sliced[len(id_) + 1:], by, found, slicing["rules"]))
            bare = e["path"]
            parent = None
            if bare in base:
                parent = base[bare]
            else:  # inside a data type: compare with the type's own element
                head, _, last = id_.rpartition(".")
                if head in elements:
                    for t in elements[head].get("type", []):
                        parent = base.get(f"{t['code']}.{last}", parent)
            cells = [e["min"], number(e["max"]), types_of(e, profile_types), fixed_of(e), short(required_set(e))]
            if parent is not None:
                before = [parent["min"], number(parent["max"]), types_of(parent, {}), "", short(required_set(parent))]
                if cells == before:
                    continue
                if cells[2] == before[2]:
                    cells[2] = ""
                cells[4] = ""  # the base row checks required sets; no profile of 6.5.0 adds one
            elif ":" not in id_.rpartition(".")[2] and cells[0] == 0 and not cells[3]:
                continue  # restates a member of an inline type
            rules.append(row(profile, id_.split(".", 1)[1], *cells[:4]))
    write("nrces_rules.inc", "profile, path, min, max (-1: any), types (empty: as R4), fixed value. NRCeS ndhm.in 6.5.0.", rules)
    write("nrces_slices.inc", "profile, sliced path, slice, discriminator, its value, rules. NRCeS ndhm.in 6.5.0.", slices)

    write("nrces_profiles.inc", "profile, the R4 type it is for. NRCeS ndhm.in 6.5.0.", profiles)

    sets = [row(short(url), " ".join(expansions[url])) for url in sorted(used_sets - {""}, key=short)]
    write("value_sets.inc", "value set, its codes. Those of required bindings only.", sets)
    print(len(base), "elements,", len(rules), "profile rules,", len(slices), "slices,", len(sets), "value sets")


if __name__ == "__main__":
    main(sys.argv[1])
