#!/usr/bin/env python3
"""score-report.py [--all] [--record] BENCHMARKS FOLDER: figures, differences, errors stage by stage, and floors.

FOLDER holds what the scorers printed as JSON, a file for each group, with details where its errors may be read, and
vectors.json.
BENCHMARKS holds scores.json (the figures recorded last) and floors.json; both are {group: {name: figure}}.
Floors only go up; a figure below its floor makes the exit code 1.
"""
import json
import os
import re
import sys

GROUPS = {"own": "the project's own articles", "fresh": "fresh and unseen articles", "apart": "articles kept apart",
          "apart-later": "more articles kept apart", "practice": "articles to practise on",
          "practice-later": "more articles to practise on", "newsroom": "articles of a newsroom, to work with",
          "newsroom-apart": "articles of a newsroom, kept apart",
          "desk-apart": "articles of other desks, kept apart",
          "reports-apart": "reports of the corpus's own kind, kept apart", "dailies": "dailies, to work with",
          "dailies-apart": "dailies, kept apart", "pieces": "short pieces, to work with",
          "pieces-apart": "short pieces, kept apart", "articles": "the corpus"}
# What the gold of a group does not have: no figure is made of it, nor an overall one.
UNANNOTATED = {group: {"statements", "companies"} for group in ("newsroom", "newsroom-apart", "desk-apart", "reports-apart")}
STAGES = ["companies", "statements", "estimates", "relationships", "deals", "roles", "status", "value", "term",
          "power_mw", "announced_on", "purposes", "allocations"]
FIELDS = set(STAGES[5:])
SHOWN = 4


def load(path):
    with open(path, encoding="utf-8") as handle:
        return json.load(handle)


def figures(scored, unannotated):
    found = {}
    if not unannotated:
        found["overall"] = scored["overall"]
        found.update({f"overall {lang}": part["overall"] for lang, part in scored["languages"].items()})
    for name, score in scored["scores"].items():
        if name not in unannotated:
            found[name] = score["f1"]
    if scored.get("confidence"):
        found["calibration error"] = scored["confidence"]["expected_calibration_error"]
    return {name: round(value, 4) for name, value in found.items() if value is not None}


def vectors(scored):
    return {f"{row['kind']} {row['lang']}": round(row["value"], 4) for row in scored["rows"]}


def difference(value, last):
    if last is None:
        return "new"
    return "=" if abs(value - last) < 0.0005 else f"{value - last:+.3f}"


def table(group, found, last, floors):
    """Prints the figures of a group; gives the number of those below their floor."""
    below = 0
    for name, value in found.items():
        floor, verdict = floors.get(name), ""
        if floor is not None:
            below += value < floor
            verdict = f"floor {floor:.3f}" + ("  BELOW" if value < floor else "")
        print(f"  {name:<20}{value:7.3f}  {difference(value, last.get(name)):>7}   {verdict}".rstrip())
    for name in floors.keys() - found.keys():
        print(f"  {name:<20} nothing to score, floor {floors[name]:.3f}  BELOW")
        below += 1
    return below


def title(text):
    """The deal that a line of details speaks of."""
    return text[: text.index("]") + 1] if "[" in text and "]" in text else text


def parties(text):
    found = re.search(r"\[(.*)\]", text)
    return set(found.group(1).split(", ")) if found else set()


def sort_deals(missed, spurious):
    """Tells a deal that is there with another type or other parties from one that nobody found."""
    left = list(spurious)
    for deal in missed:
        near = next((other for other in left if len(parties(other) & parties(deal)) >= min(2, len(parties(deal)))), None)
        if near:
            left.remove(near)
            yield "read as another", f"{deal} as {near}"
        else:
            yield "missed", deal
    for deal in left:
        yield "spurious", deal


def sort_field(missed, spurious, lost):
    """The errors of a field in deals that were found."""
    pairs = [text for text in missed if title(text) not in lost]
    for text in pairs:
        yield ("wrong" if "(found " in text else "missed"), text
    for text in spurious:
        if title(text) not in lost and "(gold " not in text:
            yield "spurious", text


def errors(details, unannotated):
    """(stage, kind) -> lines."""
    found = {}
    for article, stages in details.items():
        lost = set()
        for kind in ("missed", "spurious"):
            lost |= set(stages.get("deals", {}).get(kind, []))
        for stage, lists in stages.items():
            if stage not in STAGES or stage in unannotated:
                continue
            if stage == "deals":
                sorted_ = sort_deals(lists["missed"], lists["spurious"])
            elif stage in FIELDS:
                sorted_ = sort_field(lists["missed"], lists["spurious"], lost)
            else:
                sorted_ = [("missed", t) for t in lists["missed"]] + [("spurious", t) for t in lists["spurious"]]
            for kind, text in sorted_:
                found.setdefault((stage, kind), []).append(f"{article}: {text}")
    return found


def list_errors(details, everything, unannotated):
    found = errors(details, unannotated)
    print("  errors, stage by stage (fields: of deals that were found)")
    for stage in STAGES:
        for kind in ("missed", "read as another", "wrong", "spurious"):
            lines = found.get((stage, kind), [])
            if not lines:
                continue
            print(f"    {stage} {kind}: {len(lines)}")
            for text in lines if everything else lines[:SHOWN]:
                print(f"      {text[:200]}")
            if len(lines) > SHOWN and not everything:
                print(f"      … {len(lines) - SHOWN} more (--all)")


def main():
    options = {argument for argument in sys.argv[1:] if argument.startswith("--")}
    benchmarks, folder = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    path = os.path.join(benchmarks, "scores.json")
    last = load(path) if os.path.exists(path) else {}
    floors = load(os.path.join(benchmarks, "floors.json"))
    now, below, crashed = {}, 0, 0
    for group, name in GROUPS.items():
        scored = load(os.path.join(folder, f"{group}.json"))
        unannotated = UNANNOTATED.get(group, set())
        now[group] = figures(scored, unannotated)
        print(f"== {name}: {scored['articles']} articles (figure, difference to the last record, floor)")
        below += table(group, now[group], last.get(group, {}), floors.get(group, {}))
        list_errors(scored.get("details", {}), "--all" in options, unannotated)
        for article, problem in scored["problems"].items():
            crashed += 1
            print(f"  FAILED {article}: {problem}")
    now["vectors"] = vectors(load(os.path.join(folder, "vectors.json")))
    print("== short texts with amounts, numbers, dates and durations")
    below += table("vectors", now["vectors"], last.get("vectors", {}), floors.get("vectors", {}))
    if "--record" in options:
        with open(path, "w", encoding="utf-8") as handle:
            json.dump(now, handle, indent=2)
            handle.write("\n")
    print(f"{below} figures below their floor, {crashed} articles failed")
    return 1 if below or crashed else 0


if __name__ == "__main__":
    sys.exit(main())
