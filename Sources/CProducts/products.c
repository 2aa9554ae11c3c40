// Inner products of rows of small whole numbers: what a question does most. Compiled twice where the machine may choose;
// whole numbers come out the same by either.

#include "products.h"

#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_MACHINE __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_MACHINE
#endif

FOR_EACH_MACHINE
void products_of_rows(const int8_t *rows, size_t count, size_t width, const int16_t *query, int32_t *sums) {
  for (size_t row = 0; row < count; row++) {
    const int8_t *own = rows + row * width;
    int32_t sum = 0;
    for (size_t k = 0; k < width; k++) sum += (int32_t)own[k] * query[k];
    sums[row] = sum;
  }
}

FOR_EACH_MACHINE
void products_of_pairs(const int16_t *rows, size_t count, size_t width, int32_t *sums) {
  for (size_t row = 1; row < count; row++) {
    const int16_t *own = rows + row * width;
    int32_t *out = sums + row * (row + 1) / 2;
    for (size_t column = 0; column < row; column++) {
      const int16_t *other = rows + column * width;
      int32_t sum = 0;
      for (size_t k = 0; k < width; k++) sum += (int32_t)own[k] * other[k];
      out[column] = sum;
    }
  }
}
