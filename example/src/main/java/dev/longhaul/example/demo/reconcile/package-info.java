/** Runs the reconciliation on this machine: a ledger, a provider that is not always well, and the truth to compare with. */
@NullMarked
package dev.longhaul.example.demo.reconcile;

import org.jspecify.annotations.NullMarked;
