#!/usr/bin/env node
// The address other programs know; `shiji.js` is the same and a little quicker.
import './shiji.js'
