package dev.longhaul.example.demo.backfill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a run has put into the warehouse's tables. */
final class LoadedRows {

    private final String url;

    /** The rows in the database of a JDBC URL. */
    LoadedRows(String url) {
        this.url = url;
    }

    /** The rows of a run. */
    long rows(String run) throws SQLException {
        return count("select count(*) from access_log where run = ?", run);
    }

    /** The lines of a run that went to the reject table. */
    long rejected(String run) throws SQLException {
        return count("select count(*) from rejected_line where run = ?", run);
    }

    /** The different line numbers of a run, in both tables: as many as lines, if none is missing or there twice. */
    long lineNumbers(String run) throws SQLException {
        return count(
                "select count(distinct line) from (select run, line from access_log"
                        + " union all select run, line from rejected_line) lines where run = ?",
                run);
    }

    /** The paths that were requested most. */
    List<PathCount> topPaths(String run, int most) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement query =
                        connection.prepareStatement("select path, count(*) as requests from access_log where run = ?"
                                + " group by path order by requests desc, path limit ?")) {
            query.setString(1, run);
            query.setInt(2, most);
            List<PathCount> paths = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    paths.add(new PathCount(rows.getString(1), rows.getLong(2)));
                }
            }
            return paths;
        }
    }

    private long count(String sql, String run) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, run);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * A path and how often it was requested.
     *
     * @param path the path, with its query
     * @param requests the requests
     */
    record PathCount(String path, long requests) {}
}
