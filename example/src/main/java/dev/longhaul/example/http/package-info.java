/** How the examples call services over HTTP. */
@NullMarked
package dev.longhaul.example.http;

import org.jspecify.annotations.NullMarked;
