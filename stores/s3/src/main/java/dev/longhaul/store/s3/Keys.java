package dev.longhaul.store.s3;

import dev.longhaul.runtime.store.StoreException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of objects: {@code chains/<job>/<chain>.json} holds a chain's record, and {@code
 * live/<lease>/<job>/<chain>/<revision>} is empty and says by its name alone when a lease ends. Ids are percent-encoded,
 * so that no id is taken for another one or for a part of a path; a long one is cut, and told from others by its hash.
 */
final class Keys {

    private static final int LONGEST = 200;
    private static final String CUT = "~";

    private static final Pattern LIVE = Pattern.compile("(\\d{19})/([^/]+)/([^/]+)/([1-9]\\d{0,18})");
    private static final Pattern RECORD = Pattern.compile("([^/]+)/([^/]+)\\.json");

    private final String chains;
    private final String live;

    /** @param prefix what all keys begin with */
    Keys(String prefix) {
        chains = prefix + "chains/";
        live = prefix + "live/";
    }

    /** A chain's place among others: its job's and its own id as parts of keys. */
    record Place(String job, String chain) {}

    /** Where a chain's objects are. */
    static Place place(String job, String chainId) {
        return new Place(part("job", job), part("chain", chainId));
    }

    /** The key of a chain's record. */
    String record(Place place) {
        return chains + place.job() + "/" + place.chain() + ".json";
    }

    /** What the keys of a job's records begin with. */
    String records(String job) {
        return chains + part("job", job) + "/";
    }

    /** The place that the key of a record tells; none where another program has put the object. */
    Optional<Place> place(String record) {
        Matcher parts = RECORD.matcher(record.substring(chains.length()));
        return parts.matches() ? Optional.of(new Place(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** The key of a marker. */
    String marker(Place place, Marker marker) {
        // As many digits as a long has, so that keys sort as their leases do.
        return live + String.format(Locale.ROOT, "%019d", marker.lease()) + "/" + place.job() + "/" + place.chain()
                + "/" + marker.revision();
    }

    /** What the keys of all markers begin with. */
    String markers() {
        return live;
    }

    /** The place and the marker that a key tells; none where another program has put the object. */
    Optional<Placed> placed(String key) {
        Matcher parts = LIVE.matcher(key.substring(live.length()));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Marker marker = new Marker(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(4)));
            return Optional.of(new Placed(new Place(parts.group(2), parts.group(3)), marker));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A marker and whose it is. */
    record Placed(Place place, Marker marker) {}

    private static String part(String what, String id) {
        byte[] bytes = bytes(what, id);
        StringBuilder part = new StringBuilder();
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || c == '-' || c == '_') {
                part.append(c);
            } else {
                part.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        if (part.length() <= LONGEST) {
            return part.toString();
        }
        String hash = CUT + hash(bytes);
        return part.substring(0, LONGEST - hash.length()) + hash;
    }

    private static byte[] bytes(String what, String id) {
        if (id.isEmpty()) {
            throw new StoreException("the id of a " + what + " is empty, which S3 can't hold in a key. Name it.", null);
        }
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(id));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            // Half a surrogate pair would become '?', and the chain would be taken for another one.
            throw new StoreException(
                    "the id \"" + id + "\" of a " + what
                            + " has half a surrogate pair, which S3 can't hold. Name it without.",
                    e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
