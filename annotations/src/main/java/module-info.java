/** The annotations of long-running jobs. */
module dev.longhaul.annotations {
    exports dev.longhaul.annotations;
}
