#!/usr/bin/env python3
"""check-floors.py FLOORS ARTICLES VECTORS: fails when a figure of the scorers lies below its floor.

FLOORS is {"articles": {"overall": x, "deals": x, ...}, "vectors": {"money en": x, ...}}; floors only go up.
"""
import json
import sys


def figures(articles, vectors):
    found = {("articles", "overall"): articles["overall"]}
    for name, score in articles["scores"].items():
        found["articles", name] = score["f1"]
    for row in vectors["rows"]:
        found["vectors", f"{row['kind']} {row['lang']}"] = row["value"]
    return found


def main():
    floors, articles, vectors = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:4])
    found = figures(articles, vectors)
    below = 0
    for group, limits in floors.items():
        for name, floor in limits.items():
            value = found.get((group, name)) or 0.0
            verdict = "ok" if value >= floor else "BELOW"
            below += verdict == "BELOW"
            print(f"{group:10}{name:18}{value:7.3f}   floor {floor:.3f}   {verdict}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
