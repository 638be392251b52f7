// SPDX-License-Identifier: GPL-3.0-or-later
// The reviews that the tests look at, before they run beside each other.
import { makeFixtures } from "./fixture.mjs";

await makeFixtures();
