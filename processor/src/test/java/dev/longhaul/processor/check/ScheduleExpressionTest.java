package dev.longhaul.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(1 minute)",
                "rate(12 hours)",
                "cron(0 3 * * ? *)",
                "cron(0/15 8-17 ? * MON-FRI *)",
                "cron(*/5 0,12,23 1-15/2 JAN,MAR-MAY ? 2026-2030)",
                "cron(59 23 L 12 ? 2199)",
                "cron(0 0 L-3 1 ? 1970)",
                "cron(0 0 LW * ? *)",
                "cron(0 0 15W,31W * ? *)",
                "cron(0 0 ? * 6L *)",
                "cron(0 0 ? * FRIL *)",
                "cron(0 0 ? * L *)",
                "cron(0 0 ? * 2#1 *)",
                "cron(0 0 ? * FRI#5 *)",
                "cron(0 0 ? * SUN,TUE,SAT 2026/2)",
            })
    void whatEventBridgeTakesIsNoProblem(String schedule) {
        assertThat(ScheduleExpression.objection(schedule)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60 3 * * ? *       | 60      | minutes (0 to 59)
            -1 3 * * ? *       | -1      | minutes (0 to 59)
            ? 3 * * ? *        | ?       | minutes (0 to 59)
            0/0 3 * * ? *      | 0/0     | minutes (0 to 59)
            0/90 3 * * ? *     | 0/90    | minutes (0 to 59)
            0,,5 3 * * ? *     | 0,,5    | minutes (0 to 59)
            0 24 * * ? *       | 24      | hours (0 to 23)
            0 8-24 * * ? *     | 8-24    | hours (0 to 23)
            0 L * * ? *        | L       | hours (0 to 23)
            0 3 0 * ? *        | 0       | day of month (1 to 31)
            0 3 32 * ? *       | 32      | day of month (1 to 31)
            0 3 W * ? *        | W       | day of month (1 to 31)
            0 3 2#1 * ? *      | 2#1     | day of month (1 to 31)
            0 3 * 13 ? *       | 13      | month (1 to 12 or JAN to DEC)
            0 3 * JUNE ? *     | JUNE    | month (1 to 12 or JAN to DEC)
            0 3 * jan ? *      | jan     | month (1 to 12 or JAN to DEC)
            0 3 ? * 0 *        | 0       | day of week (1 to 7 or SUN to SAT)
            0 3 ? * 8 *        | 8       | day of week (1 to 7 or SUN to SAT)
            0 3 ? * MONDAY *   | MONDAY  | day of week (1 to 7 or SUN to SAT)
            0 3 ? * FRI#6 *    | FRI#6   | day of week (1 to 7 or SUN to SAT)
            0 3 ? * 3#1,6#3 *  | 3#1,6#3 | day of week (1 to 7 or SUN to SAT)
            0 3 ? * 15W *      | 15W     | day of week (1 to 7 or SUN to SAT)
            0 3 ? * MON,? *    | MON,?   | day of week (1 to 7 or SUN to SAT)
            0 3 * * ? 1969     | 1969    | year (1970 to 2199)
            0 3 * * ? 2200     | 2200    | year (1970 to 2199)
            0 3 * * ? 99999    | 99999   | year (1970 to 2199)
            """)
    void aFieldThatItRefusesIsNamed(String fields, String given, String field) {
        assertThat(ScheduleExpression.objection("cron(" + fields + ")"))
                .contains("has \"" + given + "\" as its " + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cron(0 3 * * * *)", "cron(0 3 ? * ? *)"})
    void oneOfTheDaysIsLeftOpen(String schedule) {
        assertThat(ScheduleExpression.objection(schedule))
                .contains("must have ? as exactly one of day of month and day of week");
    }
}
