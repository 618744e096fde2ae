# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A tour in five minutes
#
# *servanda* reads diplomatic documents and writes down who promised what, how firmly, by when, and in which exact
# words. This tour builds the sample corpus (22 short documents on Japan, the United States and their partners, 2013 to
# 2025, retold in our own words), asks it a few questions, and draws the network of those who made promises together.

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

import graph_builder as gb
from graph_builder.assets import SAMPLE

pd.set_option("display.max_colwidth", 90)

kg = gb.build(SAMPLE, Path(tempfile.mkdtemp()) / "kg")
print(f"{kg.report.documents} documents, {kg.report.commitments} commitments, {kg.report.actors} actors")
print(f"statements with their exact words: {kg.report.coverage:.0%}")
print("read by:", " and ".join(kg.report.engines.names))

# %% [markdown]
# ## Who promised what?
#
# Every question has a name; `gb.questions()` lists them. This one takes an actor by any of its names. `strength` tells
# how firmly the words bind, from *considered* to *binding*; `status` whether the document makes the promise itself
# (*stated*), tells of it (*reported*) or only expects it (*expected*).

# %%
promises = kg.query("commitments-by-actor", actor="Japan", topic="space").to_df()
promises[["issued", "actor", "commitment", "strength", "status"]].head(8)

# %% [markdown]
# ## What falls due?

# %%
due = kg.query("due-in-year", year=2025).to_df()
due[["due", "actor", "commitment", "strength", "document"]]

# %% [markdown]
# ## In which words, and where?
#
# No statement stands without its quotation. `start` and `end` count characters of the text as it was read, which lies
# in the folder `texts` of the graph: cut the text there, and the quotation comes out, letter for letter.

# %%
words = kg.query("exact-words", words="Tenth Meeting").to_df()
row = words.iloc[0]
text = next(t for t in (p.read_text(encoding="utf-8") for p in kg.texts.iterdir()) if row["quote"] in t)
print(row["document"], row["issued"].date())
print(f"characters {row['start']} to {row['end']}:", text[row["start"] : row["end"]])

# %% [markdown]
# ## Who sat at the table?

# %%
table = kg.query(
    "agencies-at-meeting", meeting="Ninth Meeting of the Japan-U.S. Comprehensive Dialogue on Space"
).to_df()
table[["acts_for", "agency", "start", "end"]]

# %% [markdown]
# ## Who is tied to whom?
#
# A question with a `source` and a `target` is a network. Here two actors are tied by each undertaking that they make
# together, or that one owes to the other; `roll_up` counts a ministry as its state.

# %%
network = kg.query("network-actors", roll_up=True).to_network()
measures = kg.measures("network-actors", roll_up=True).to_df()
measures[["actor", "degree", "strength", "betweenness", "pagerank", "community"]].head(8).round(3)

# %% [markdown]
# The thickness of a line is the number of undertakings, the colour of a dot its community. A word of care: this network
# shows who signs together in *these* documents. Japan stands in the middle because the sample was chosen around it.

# %%
picture = nx.Graph()
for source, target, tie in network.edges(data=True):
    before = picture.get_edge_data(source, target, {"weight": 0})["weight"]
    picture.add_edge(source, target, weight=before + tie["weight"])
names = dict(zip(measures["iri"], measures["actor"], strict=True))
community = dict(zip(measures["iri"], measures["community"], strict=True))

places = nx.kamada_kawai_layout(picture, weight=None)
above = {actor: (x, y + 0.07) for actor, (x, y) in places.items()}
widths = [min(9, 0.6 + weight / 12) for *_, weight in picture.edges(data="weight")]

plt.figure(figsize=(8, 5), dpi=80)
nx.draw_networkx_edges(picture, places, width=widths, edge_color="#9a9a9a")
nx.draw_networkx_nodes(picture, places, node_size=260, node_color=[community[n] for n in picture], cmap="Set2")
nx.draw_networkx_labels(picture, above, {n: names[n] for n in picture}, font_size=9)
plt.margins(0.12)
plt.axis("off")
plt.tight_layout()
plt.show()

# %% [markdown]
# ## Your own question
#
# The graph is RDF, and any SPARQL works; the usual prefixes are declared. Which treaties and agreements do commitments
# stand under?

# %%
kg.query("""
SELECT ?instrument (COUNT(DISTINCT ?commitment) AS ?commitments)
WHERE { ?commitment srv:underInstrument/skos:prefLabel ?instrument }
GROUP BY ?instrument ORDER BY DESC(?commitments) ?instrument LIMIT 6
""").to_df()

# %% [markdown]
# ## Every other tool
#
# `kg.dataset` is an rdflib `Dataset`, so whatever works with RDF in Python works with this graph. The file `graph.trig`
# in its folder holds the same for every other language.

# %%
from rdflib import RDF, Namespace
from rdflib.namespace import SKOS

SRV = Namespace("https://w3id.org/servanda/ns#")
dataset = kg.dataset
states = sorted({str(dataset.value(state, SKOS.prefLabel)) for state in dataset.subjects(RDF.type, SRV.State)})
print(len(states), "states:", ", ".join(states))

# %% [markdown]
# ## And a page to click
#
# One file that works offline, with search, filters, and the quotation behind every line.

# %%
drawn = kg.draw(kg.path / "tour.html", title="The sample documents")
print(f"{drawn.nodes} nodes, {drawn.quoted} links with a quotation")

# %% [markdown]
# What this tour relies on, checked:

# %%
assert kg.report.documents == 22
assert kg.report.coverage == 1.0
assert kg.report.commitments > 100
assert set(table["acts_for"]) == {"Japan", "United States"}
assert len(table) == 10
assert "Japan, United States" in set(due["actor"])
assert text[row["start"] : row["end"]] == row["quote"]
assert {"Japan", "United States", "Australia", "India"} <= set(measures["actor"])
assert {"Japan", "Philippines", "South Korea"} <= set(states)
