#!/usr/bin/env bash
# Any CI, cron, or a hook before a push: ends with 0 when no gap has opened, with 1 when one has, with 2 when the data cannot be used.
set -euo pipefail
gap-analyzer validate data/referral --strict
gap-analyzer analyze data/referral -o out/referral -q --baseline coordination-baseline.csv
