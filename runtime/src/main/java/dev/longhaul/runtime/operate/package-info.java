/** What operators send by envelope, answered by the function itself: for those who have nothing but its Invoke. */
@NullMarked
package dev.longhaul.runtime.operate;

import org.jspecify.annotations.NullMarked;
