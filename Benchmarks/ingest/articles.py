#!/usr/bin/env python3
"""Writes made-up articles, each of which tells of a deal of its own, as lines of JSON: the load of the benchmarks.

    Benchmarks/ingest/articles.py COUNT [--first N] [--bytes 1500] > articles.ndjson

The same numbers give the same articles. A line is what `POST /articles` takes; a file of lines is a batch.
"""
import argparse, json, os, random, sys

CATALOGUE = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                         "../../Sources/LanguageData/Languages/common/companies.tsv")


def names(kinds, count):
    """The first names of the catalogue that are of some kinds, belong to nobody and are no ordinary words."""
    with open(CATALOGUE) as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    fit = [row[1] for row in rows
           if len(row) > 5 and row[4] in kinds and row[3] == "any" and not row[5] and row[1].isascii() and len(row[1]) > 5]
    return fit[:count]


CUSTOMERS = names({"lab", "software", "bank"}, 100)
PROVIDERS = names({"cloud", "neocloud", "datacenter"}, 100)
WORDS = ("the capacity will be built in stages and most of it is meant for training according to people who know the plans "
         "while analysts had looked for a smaller figure and shares moved little in early trading as the site needs a new "
         "line to the grid before the first halls can open").split()


def article(number, size):
    """One article; its pair of companies and its sum come from the number, its padding from a generator seeded with it."""
    chance = random.Random(number)
    customer = CUSTOMERS[number % len(CUSTOMERS)]
    provider = PROVIDERS[(number // len(CUSTOMERS) + 7 * number) % len(PROVIDERS)]
    day = f"{2023 + number % 3}-{1 + number // 3 % 12:02}-{1 + number // 36 % 28:02}"
    millions, years = 100 + number % 9000, 3 + number % 8
    head = f"{customer} signs {years}-year cloud contract with {provider}"
    lead = (f"{customer} has signed a {years}-year contract worth ${millions} million with {provider} for cloud computing "
            f"capacity, the two companies said on Monday. Reference {number}.")
    text = f"{head}\n\n{lead}"
    while len(text) < size:
        sentence = " ".join(chance.choices(WORDS, k=chance.randint(8, 16)))
        text += ("\n\n" if chance.random() < 0.2 else " ") + sentence.capitalize() + "."
    return {"text": text, "published": day, "url": f"https://news.example/{number}", "source": f"Paper {number % 7}"}


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("count", type=int)
parser.add_argument("--first", type=int, default=0)
parser.add_argument("--bytes", type=int, default=1500)
options = parser.parse_args()
for number in range(options.first, options.first + options.count):
    sys.stdout.write(json.dumps(article(number, options.bytes), ensure_ascii=False) + "\n")
