// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of tests begin with: importing this starts a browser before a file's tests, and
// closes it behind them.
import { after, before } from "node:test";
import { fixtureOf } from "./fixture.mjs";
import { startBrowser } from "./tools.mjs";

export let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

// The invented review that most tests open.
export const folder = fixtureOf();
