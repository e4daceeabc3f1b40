"""The spreadsheet in Jupyter and marimo: pip install anywidget, and widget.js of the npm package beside this file."""

import pathlib

import anywidget
import traitlets


class Sheet(anywidget.AnyWidget):
    """Options and scenario go in; what was changed, and the values of cells, come back after each edit."""

    _esm = pathlib.Path(__file__).with_name("widget.js")
    options = traitlets.Dict({"tables": ["cluster", "region"]}).tag(sync=True)
    scenario = traitlets.Any("reference").tag(sync=True)
    cells = traitlets.List(["economy.cost_per_token@59"]).tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    changes = traitlets.Dict().tag(sync=True)


sheet = Sheet(scenario={"set": {"parameter.cost_of_capital": 0.1}})
sheet.observe(lambda change: print(change.new), names="values")
sheet
