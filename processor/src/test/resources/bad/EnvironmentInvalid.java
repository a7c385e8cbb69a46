package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(environment = {
    "BANK-URL", "X", "_BANK", "AWS_REGION",
    "LONGHAUL_STORE",
    "BANK_URL", "Bank_Url"
})
class EnvironmentInvalid {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 7:5 [EnvironmentInvalid] the environment variable "BANK-URL" is none that Lambda takes. Begin with a letter, and go on with letters, digits and _.
//! ERROR 7:17 [EnvironmentInvalid] the environment variable "X" is none that Lambda takes. Begin with a letter, and go on with letters, digits and _.
//! ERROR 7:22 [EnvironmentInvalid] the environment variable "_BANK" is none that Lambda takes. Begin with a letter, and go on with letters, digits and _.
//! ERROR 7:31 [EnvironmentInvalid] the environment variable "AWS_REGION" is one that Lambda sets itself. Leave it out: it is there.
//! ERROR 8:5 [EnvironmentInvalid] the environment variable "LONGHAUL_STORE" is one of Longhaul's own. Leave it out, or call it otherwise.
//! ERROR 9:17 [EnvironmentInvalid] the environment variable "Bank_Url" would have the template's parameter of "BANK_URL". Name each variable once, and two that differ by _ and case alone not at all.
