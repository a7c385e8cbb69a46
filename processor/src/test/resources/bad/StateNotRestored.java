package bad;

import dev.longhaul.annotations.*;
import java.util.*;

@LongRunning
class StateNotRestored {
    @State Queue<Integer> urgent = new PriorityQueue<>();

    @State Collection<String> unlike = new HashSet<>();

    @State Set<String> sorted = new TreeSet<>();

    @State Map<String, Integer> backwards;

    @State SortedMap<String, Integer> compared = new TreeMap<>(Comparator.reverseOrder());

    @State LinkedHashMap<String, Integer> recent = new LinkedHashMap<>(16, 0.75f, true);

    @State HashMap<String, Integer> ordered = new LinkedHashMap<>();

    @State List<String> few = new Few();

    @State Set<String> either = System.nanoTime() > 0 ? new LinkedHashSet<>() : new TreeSet<>();

    @State Map<String, Integer> shared = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true));

    @State Set<String> objects = Collections.newSetFromMap(new IdentityHashMap<>());

    @State int done;

    static class Few extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        @Override public boolean add(String one) { return size() < 9 && super.add(one); }
    }

    StateNotRestored() {
        backwards = new TreeMap<>(Comparator.reverseOrder());
    }

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 8:36 [StateNotRestored] the @State field urgent is given a PriorityQueue, and is restored as an ArrayDeque, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 10:40 [StateNotRestored] the @State field unlike is given a HashSet, and is restored as an ArrayList, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 12:33 [StateNotRestored] the @State field sorted is given a TreeSet, and is restored as a LinkedHashSet, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 16:50 [StateNotRestored] the @State field compared is given a TreeMap with a comparator, and is restored as a TreeMap without one, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 18:52 [StateNotRestored] the @State field recent is given a LinkedHashMap in the order of access, and is restored as one in the order of insertion, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 20:47 [StateNotRestored] the @State field ordered is given a LinkedHashMap, and is restored as a HashMap, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 22:31 [StateNotRestored] the @State field few is given a Few, and is restored as an ArrayList, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 24:81 [StateNotRestored] the @State field either is given a TreeSet, and is restored as a LinkedHashSet, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 26:70 [StateNotRestored] the @State field shared is given a LinkedHashMap in the order of access, and is restored as one in the order of insertion, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 28:60 [StateNotRestored] the @State field objects is given an IdentityHashMap, and is restored as a LinkedHashSet, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
//! ERROR 39:21 [StateNotRestored] the @State field backwards is given a TreeMap with a comparator, and is restored as a LinkedHashMap without one, so that it would be another collection in the next hop. Declare the field as a type that is restored as it is, or give it a codec: @State(codec = ...).
