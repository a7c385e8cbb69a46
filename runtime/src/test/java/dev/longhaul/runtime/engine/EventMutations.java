package dev.longhaul.runtime.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Events that were right, and then were changed in one to four places. */
final class EventMutations {

    private static final List<String> EVENTS = List.of(
            "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"running\",\"hop\":1}}",
            "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"handed off\",\"hop\":0}}",
            "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"completed\",\"hop\":0}}",
            "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"failed\",\"hop\":3}}",
            "{\"longhaul\":{\"v\":1,\"start\":\"running\"},\"input\":{\"from\":1,\"to\":[2,3]}}",
            "{\"longhaul\":{\"v\":1,\"start\":\"stopped\"},\"input\":null}",
            "{\"longhaul\":{\"v\":1,\"start\":\"nightly-2026-11-23\"},\"input\":\"all\"}",
            "{\"version\":\"0\",\"detail-type\":\"Scheduled Event\",\"resources\":[],\"detail\":{\"n\":1.5e3}}",
            "[1,2,{\"a\":\"\\u00e9\"}]",
            "\"text\"",
            "null");
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "true",
            "-",
            "-1",
            "0",
            "1e999",
            "2147483648",
            "-9223372036854775809",
            "99999999999999999999999999999999999999",
            "0.1",
            "NaN",
            "\"longhaul\":",
            "\"longhaul\":{}",
            "\"v\":2",
            "\"v\":\"1\"",
            "\"job\":\"Other\"",
            "\"job\":null",
            "\"chain\":\"\"",
            "\"chain\":{}",
            "\"hop\":-1",
            "\"hop\":1.5",
            "\"record\":{}",
            "\"start\":\" \"",
            "\"input\":",
            "\ufeff",
            "\u0000",
            "\ud83d",
            "\ufffd",
            "/*",
            "{\"a\":".repeat(2_000),
            "[".repeat(5_000),
            "x".repeat(70_000));

    private final SplittableRandom random;

    EventMutations(SplittableRandom random) {
        this.random = random;
    }

    String next() {
        StringBuilder event = new StringBuilder(one(EVENTS));
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            change(event);
        }
        return random.nextInt(10) == 0 ? inBytes(event.toString()) : event.toString();
    }

    private void change(StringBuilder event) {
        int from = random.nextInt(event.length() + 1);
        int to = Math.min(event.length(), from + random.nextInt(12));
        String slice = event.substring(from, to);
        switch (random.nextInt(7)) {
            case 0 -> event.delete(from, to);
            case 1 -> event.insert(from, one(TOKENS));
            case 2 -> event.replace(from, to, one(TOKENS));
            case 3 -> event.insert(random.nextInt(event.length() + 1), slice);
            case 4 -> event.setLength(from);
            case 5 -> event.replace(from, to, String.valueOf((char) random.nextInt(0x3000)));
            default -> event.insert(from, one(EVENTS));
        }
    }

    /** Changes one byte, whatever character it belongs to. */
    private String inBytes(String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
