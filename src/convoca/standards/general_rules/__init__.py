"""The rules of procedure of a union's conferences, as a pure engine.

Everything here is immutable and knows nothing of files, databases or screens. A rule set
(`named.rule_set`) is data: each setting has its value, the article that it stands in, where that
article was read, and a grade that says how sure the reading is. What is decided carries its
reasons, each pointing at such a setting.

Source of the rules: ITU Constitution (CS), Convention (CV), General Rules of conferences,
assemblies and meetings of the Union (GR).
"""
