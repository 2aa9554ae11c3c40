// The product of a thin matrix (one row for each token of a sentence) and a wide one (a layer's weights).
//
// BLAS libraries copy the wide matrix into an order that suits their inner loop at every call. Here it lies in that order
// from the start: panels of 16 columns, read once from front to back while a tile of rows stays in registers. It is
// compiled three times, and the machine chooses.
//
// Further reading: Goto & van de Geijn (2008), "Anatomy of high-performance matrix multiplication", ACM TOMS 34(3).

#include "panels.h"

#if defined(__clang__)
// a += b * c is one fused step where there is one; this is the default, and the results rest on it.
#pragma STDC FP_CONTRACT ON
#endif

// Rows that are worked on together: their part of x should stay in the second cache.
#define ROWS_TOGETHER 96

typedef float lanes __attribute__((vector_size(4 * PANEL_WIDTH), aligned(4)));

// Cache lines between what is multiplied and what is fetched: 16 KB. A short sentence multiplies faster than memory
// answers, and the machine's own foresight stops at each page.
#define LINES_AHEAD 256

#define INLINE static inline __attribute__((always_inline))

// `rows` is a constant wherever this is used, so that the sums become registers.
INLINE void tile(
    const size_t rows, size_t depth, const float *restrict x, size_t x_stride, const float *restrict w, const float *restrict bias,
    float *restrict out, size_t out_stride) {
  lanes sums[12];
#pragma clang loop unroll(full)
  for (size_t row = 0; row < rows; row++) sums[row] = bias ? *(const lanes *)bias : (lanes){0};
  for (size_t k = 0; k < depth; k++) {
    __builtin_prefetch(w + (k + LINES_AHEAD) * PANEL_WIDTH);
    const lanes column = *(const lanes *)(w + k * PANEL_WIDTH);
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++) sums[row] += x[row * x_stride + k] * column;
  }
#pragma clang loop unroll(full)
  for (size_t row = 0; row < rows; row++) *(lanes *)(out + row * out_stride) = sums[row];
}

// `tile_max` is a constant too: as many rows as the machine's registers hold sums for.
INLINE void multiply(
    const size_t tile_max, size_t rows, size_t depth, size_t panels, const float *x, size_t x_stride, const float *w,
    const float *bias, float *out, size_t out_stride) {
  for (size_t first = 0; first < rows; first += ROWS_TOGETHER) {
    const size_t together = rows - first < ROWS_TOGETHER ? rows - first : ROWS_TOGETHER;
    const size_t tiles = (together + tile_max - 1) / tile_max;
    for (size_t panel = 0; panel < panels; panel++) {
      const float *columns = w + panel * depth * PANEL_WIDTH;
      const float *start = bias ? bias + panel * PANEL_WIDTH : NULL;
      size_t row = first;
      for (size_t number = 0; number < tiles; number++) {
        // Tiles of nearly one height: a last one of a single row would keep the machine waiting for its sums.
        const size_t height = together / tiles + (number < together % tiles ? 1 : 0);
        const float *from = x + row * x_stride;
        float *to = out + row * out_stride + panel * PANEL_WIDTH;
#define HEIGHT(n) \
  case n: \
    if (n <= tile_max) tile(n, depth, from, x_stride, columns, start, to, out_stride); \
    break;
        switch (height) {
          HEIGHT(1)
          HEIGHT(2)
          HEIGHT(3)
          HEIGHT(4)
          HEIGHT(5)
          HEIGHT(6)
          HEIGHT(7)
          HEIGHT(8)
          HEIGHT(9)
          HEIGHT(10)
          HEIGHT(11)
          HEIGHT(12)
        }
        row += height;
      }
    }
  }
}

#define DEFINE(name, attributes, tile_max) \
  attributes static void name( \
      size_t rows, size_t depth, size_t panels, const float *x, size_t x_stride, const float *w, const float *bias, float *out, \
      size_t out_stride) { \
    multiply(tile_max, rows, depth, panels, x, x_stride, w, bias, out, out_stride); \
  }

#if defined(__x86_64__)
DEFINE(multiply_avx512, __attribute__((target("avx512f,fma"))), 12)
DEFINE(multiply_avx2, __attribute__((target("avx2,fma"))), 6)
DEFINE(multiply_plain, , 3)
#else
DEFINE(multiply_plain, , 6)
#endif

void panels_multiply(
    size_t rows, size_t depth, size_t panels, const float *x, size_t x_stride, const float *w, const float *bias, float *out,
    size_t out_stride) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f")) return multiply_avx512(rows, depth, panels, x, x_stride, w, bias, out, out_stride);
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    return multiply_avx2(rows, depth, panels, x, x_stride, w, bias, out, out_stride);
#endif
  multiply_plain(rows, depth, panels, x, x_stride, w, bias, out, out_stride);
}
