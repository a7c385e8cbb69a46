module com.acme.modules {
    requires static dev.longhaul.annotations;
    requires dev.longhaul.runtime;
}
