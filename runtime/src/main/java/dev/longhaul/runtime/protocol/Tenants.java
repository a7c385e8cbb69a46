package dev.longhaul.runtime.protocol;

import org.jspecify.annotations.Nullable;

/** The names of chains where each tenant has its own: two tenants may use the same name for two chains. */
public final class Tenants {

    private Tenants() {}

    /** The id of the chain that a tenant has named: {@code tenant:name}, or the name where there are no tenants. */
    public static String chainId(String name, @Nullable String tenantId) {
        // A colon in the tenant's id is written otherwise, so that no two pairs have one id.
        return tenantId == null ? name : tenantId.replace("%", "%25").replace(":", "%3A") + ':' + name;
    }
}
