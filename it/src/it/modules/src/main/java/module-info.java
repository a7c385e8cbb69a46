module com.acme.modules {
    requires static dev.longhaul.annotations;
    requires dev.longhaul.events;
    requires dev.longhaul.runtime;
}
